using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Operations;
using Gatehouse.Organizations.Hierarchy;
using Gatehouse.Organizations.Lifecycle;
using Gatehouse.Organizations.Members;
using Gatehouse.Organizations.Policies;
using Gatehouse.PolicyEngine;
using Gatehouse.Testing;
using Gatehouse.Wire;

namespace Gatehouse.Organizations.Tests;

/// <summary>An account that governs an organization, and short ways to say what tests of Organizations say often.</summary>
public sealed class OrganizationFixture
{
    public const string Management = AccountFixture.Id;
    public const string ServiceControl = "SERVICE_CONTROL_POLICY";
    public const string ResourceControl = "RESOURCE_CONTROL_POLICY";
    public const string DenyLeave = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"organizations:LeaveOrganization","Resource":"*"}]}""";

    public OrganizationFixture(bool organized = true)
    {
        Creator = new(Account.Installation);
        if (organized)
        {
            Write<CreateOrganization, CreateOrganizationRequest, CreateOrganizationResponse>(new());
        }
    }

    public AccountFixture Account { get; } = new();

    public AccountCreator Creator { get; }

    public Gatehouse.Accounts.Entities.Organization Organization => Account.Account.Organization!;

    public string RootId => Organization.RootId;

    public TResponse Write<TOperation, TRequest, TResponse>(TRequest request)
        where TOperation : IWrite<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape => Account.Write<TOperation, TRequest, TResponse>(request);

    public TResponse Read<TOperation, TRequest, TResponse>(TRequest request)
        where TOperation : IRead<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape => Account.Read<TOperation, TRequest, TResponse>(request);

    public Requirements Needs<TOperation, TRequest>(string action, TRequest request)
        where TOperation : IOperation<TRequest> => Account.Needs<TOperation, TRequest>("organizations:" + action, request);

    /// <summary>Asks for an account, and leaves it unmade.</summary>
    public CreateAccountStatus Ask(string name = "dev", string? email = null, string? role = null, IReadOnlyList<Tag>? tags = null) =>
        Account.Reach<CreateAccount, CreateAccountRequest, CreateAccountResponse>(
            new() { AccountName = name, Email = email ?? $"{name}@example.com", RoleName = role, Tags = tags }).CreateAccountStatus!;

    /// <summary>Asks for an account and makes it.</summary>
    public string Make(string name = "dev", string? email = null, string? role = null, IReadOnlyList<Tag>? tags = null)
    {
        var asked = Ask(name, email, role, tags);
        Work();
        return Status(asked.Id!).AccountId!;
    }

    public void Work() => Creator.FinishWaitingAsync(default).AsTask().GetAwaiter().GetResult();

    public CreateAccountStatus Status(string id) =>
        Read<DescribeCreateAccountStatus, DescribeCreateAccountStatusRequest, DescribeCreateAccountStatusResponse>(
            new() { CreateAccountRequestId = id }).CreateAccountStatus!;

    public string Unit(string name, string? parent = null) =>
        Write<CreateOrganizationalUnit, CreateOrganizationalUnitRequest, CreateOrganizationalUnitResponse>(
            new() { Name = name, ParentId = parent ?? RootId }).OrganizationalUnit!.Id!;

    public Root Enable(string type = ServiceControl) =>
        Write<EnablePolicyType, EnablePolicyTypeRequest, EnablePolicyTypeResponse>(new() { RootId = RootId, PolicyType = type }).Root!;

    public string Policy(string name = "deny-leave", string type = ServiceControl, string content = DenyLeave) =>
        Write<CreatePolicy, CreatePolicyRequest, CreatePolicyResponse>(
            new() { Name = name, Description = "", Type = type, Content = content }).Policy!.PolicySummary!.Id!;

    public void Attach(string policy, string target) =>
        Write<AttachPolicy, AttachPolicyRequest, AttachPolicyResponse>(new() { PolicyId = policy, TargetId = target });

    public IEnumerable<string> On(string target, string type = ServiceControl) =>
        Read<ListPoliciesForTarget, ListPoliciesForTargetRequest, ListPoliciesForTargetResponse>(new() { TargetId = target, Filter = type })
            .Policies!.Select(policy => policy.Name!);

    /// <summary>A call by the root user of another account.</summary>
    public Call CallOf(string id)
    {
        var account = Account.Find(id)!;
        return Account.Call with { Account = account, Owner = account, Caller = Caller.Root(account, "AKIAROOTROOTROOTROOT", null), Management = Account.Account };
    }

    /// <summary>Whether the policies that govern a caller let it do something.</summary>
    public bool May(Call call, string action) =>
        new Authorizer(Account.Installation.Effective).Judge(call, new(action, Gatehouse.Accounts.Identity.Arn.Any), new NoNetwork()) is null;

    public string ArnOf(string kind, string id) => $"arn:aws:organizations::{Management}:{kind}/{Organization.Id}/{id}";

    private sealed class NoNetwork : IContextSource
    {
        public IEnumerable<KeyValuePair<string, ContextValues>> All => [];

        public bool TryFind(string name, out ContextValues values)
        {
            values = default;
            return false;
        }
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Operations;
using Gatehouse.PolicyEngine;
using Gatehouse.Testing;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Tests;

/// <summary>An instance with a person, a group and a permission set, none of which has anything to do with another.</summary>
internal sealed class SetFixture
{
    public const string InstanceId = CenterFixture.InstanceId;
    public const string InstanceArn = CenterFixture.InstanceArn;
    public const string StoreId = CenterFixture.StoreId;
    public const string SetId = "ps-fedcba9876543210";
    public const string SetArn = $"arn:aws:sso:::permissionSet/{InstanceId}/{SetId}";
    public const string UserId = "11111111-2222-4333-8444-555555555555";
    public const string GroupId = "66666666-7777-4888-9999-aaaaaaaaaaaa";

    public SetFixture()
    {
        var by = Account.Caller.Arn.Text;
        Account.Change(draft =>
        {
            draft.Put(new PermissionSet { Id = SetId, Name = "Readers", Created = draft.Now });
            draft.Put(new IdentityUser { Id = UserId, UserName = "ada", Created = draft.Now, CreatedBy = by, Updated = draft.Now, UpdatedBy = by });
            draft.Put(new IdentityGroup { Id = GroupId, DisplayName = "team", Created = draft.Now, CreatedBy = by, Updated = draft.Now, UpdatedBy = by });
        });
    }

    public CenterFixture Center { get; } = new();

    public AccountFixture Account => Center.Account;

    public IdentityCenterInstance Instance => Account.Account.IdentityCenter!;

    public PermissionSet Set => Account.Account.PermissionSets.FindById(SetId)!;

    public TResponse Write<TOperation, TRequest, TResponse>(TRequest request)
        where TOperation : IWrite<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape => Account.Write<TOperation, TRequest, TResponse>(request);

    public TResponse Read<TOperation, TRequest, TResponse>(TRequest request)
        where TOperation : IRead<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape => Account.Read<TOperation, TRequest, TResponse>(request);

    public TResponse Reach<TOperation, TRequest, TResponse>(TRequest request)
        where TOperation : IReach<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape => Account.Reach<TOperation, TRequest, TResponse>(request);

    /// <summary>Whether a user who has this policy and no other may do an operation.</summary>
    public bool May<TOperation, TRequest>(string action, TRequest request, string policy)
        where TOperation : IOperation<TRequest>
    {
        Account.Change(draft => draft.Put(new User { Id = "AIDAASKERASKERASKERAS", Name = "asker", Path = "/", Created = draft.Now, InlinePolicies = [new("p", policy)] }));
        var root = Account.Caller;
        Account.ActAs("asker");
        var allowed = new Authorizer(Account.Installation.Effective).Judge(Account.Call, Account.Needs<TOperation, TRequest>(action, request), new NoNetwork()) is null;
        Account.Caller = root;
        return allowed;
    }

    /// <summary>A policy of one statement.</summary>
    public static string Policy(string action, string resource = "*", string effect = "Allow", string? condition = null) =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"{{effect}}","Action":"{{action}}","Resource":"{{resource}}"{{(condition is null ? "" : $",\"Condition\":{condition}")}}}]}""";

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

using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Delegation;
using Gatehouse.Testing;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Tests.Delegation;

/// <summary>Short ways to say what tests of delegation say often. The account asks, and usually takes up what it asked for itself.</summary>
internal static class DelegationCalls
{
    internal const string Topic = "arn:aws:sns:us-east-1:111122223333:delegations";

    private const string Template =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"@{actions}","Resource":"arn:aws:s3:::@{bucket}/*"}]}""";

    internal static CreateDelegationRequestRequest Wish(
        this AccountFixture account,
        string workflow = "workflow-1",
        string channel = Topic,
        string template = "arn:aws:iam::111122223333:policy/template",
        string bucket = "backups",
        string? without = null)
    {
        if (account.Account.Policies.Find("template") is null)
        {
            account.AddPolicy("template");
            var policy = account.Account.Policies.Find("template")!;
            account.Put(policy with { Versions = [policy.Versions[0] with { Document = Template }] });
        }

        return new()
        {
            Description = "Sets up backups.",
            RequestMessage = "As agreed",
            RequestorWorkflowId = workflow,
            NotificationChannel = channel,
            SessionDuration = 3600,
            Permissions = new()
            {
                PolicyTemplateArn = template,
                Parameters = new Shapes.PolicyParameter[]
                {
                    new() { Name = "actions", Type = "stringList", Values = ["s3:GetObject", "s3:PutObject"] },
                    new() { Name = "bucket", Type = "string", Values = [bucket] },
                }.Where(one => one.Name != without).ToList(),
            },
        };
    }

    internal static string Ask(this AccountFixture account, CreateDelegationRequestRequest? request = null) =>
        account.Write<CreateDelegationRequest, CreateDelegationRequestRequest, CreateDelegationRequestResponse>(request ?? account.Wish()).DelegationRequestId!;

    internal static void Associate(this AccountFixture account, string id) =>
        account.Reach<AssociateDelegationRequest, AssociateDelegationRequestRequest, AssociateDelegationRequestResponse>(new() { DelegationRequestId = id });

    internal static void Accept(this AccountFixture account, string id) =>
        account.Write<AcceptDelegationRequest, AcceptDelegationRequestRequest, AcceptDelegationRequestResponse>(new() { DelegationRequestId = id });

    internal static void Reject(this AccountFixture account, string id, string? notes = null) =>
        account.Write<RejectDelegationRequest, RejectDelegationRequestRequest, RejectDelegationRequestResponse>(new() { DelegationRequestId = id, Notes = notes });

    internal static void HandOn(this AccountFixture account, string id, string? notes = null) =>
        account.Write<UpdateDelegationRequest, UpdateDelegationRequestRequest, UpdateDelegationRequestResponse>(new() { DelegationRequestId = id, Notes = notes });

    internal static GetDelegationRequestResponse Look(this AccountFixture account, string id, bool? check = null) =>
        account.Reach<GetDelegationRequest, GetDelegationRequestRequest, GetDelegationRequestResponse>(new() { DelegationRequestId = id, DelegationPermissionCheck = check });

    internal static Shapes.DelegationRequest Shown(this AccountFixture account, string id) => account.Look(id).DelegationRequest!;

    /// <summary>Acts as a user of the account, made if need be.</summary>
    internal static User As(this AccountFixture account, string name)
    {
        var user = account.Account.Users.Find(name) ?? account.AddUser(name);
        account.ActAs(name);
        return user;
    }

    /// <summary>Puts a request into another account, which may name whom it asks.</summary>
    internal static string AskElsewhere(this AccountFixture account, string? named = null)
    {
        account.Ask();
        var made = account.Account.Delegations[0];
        account.Change(draft => draft.Remove(made));
        account.Found(RoleGivens.Other);
        var id = made.Id[..24] + RoleGivens.Other;
        account.ChangeOther(draft => draft.Put(made with { Id = id, Requestor = RoleGivens.Other, OwnerAccount = named }));
        return id;
    }
}

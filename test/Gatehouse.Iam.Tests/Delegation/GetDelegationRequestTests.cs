using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Delegation;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Delegation;

public sealed class GetDelegationRequestTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void The_owner_may_look_without_any_policy_and_others_may_not()
    {
        var id = account.Ask();
        account.As("alice");
        account.Associate(id);

        Assert.NotNull(Needs(id).ResourcePolicy);
        account.As("bob");
        Assert.Null(Needs(id).ResourcePolicy);
        Assert.Equal("arn:aws:iam::111122223333:user/alice", Needs(id).Value("iam:DelegationRequestOwner"));
    }

    [Fact]
    public void Tells_whether_the_caller_may_do_what_is_asked_for()
    {
        var id = account.Ask();
        Assert.Equal(("COMPLETE", "ALLOWED"), (account.Look(id, true).PermissionCheckStatus, account.Look(id, true).PermissionCheckResult));
        Assert.Null(account.Look(id).PermissionCheckStatus);

        account.As("alice");
        Assert.Equal("DENIED", account.Look(id, true).PermissionCheckResult);

        account.Put(account.Account.Users.Find("alice")! with
        {
            InlinePolicies = [new("all", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::backups/*"}]}""")],
        });
        account.As("alice");
        Assert.Equal("ALLOWED", account.Look(id, true).PermissionCheckResult);
    }

    [Theory]
    [InlineData("00000000-0000-4000-8000-111122223333")]
    [InlineData("00000000-0000-4000-8000-999999999999")]
    [InlineData("nothing-of-the-kind")]
    public void Refuses_what_is_not_there(string id) =>
        account.RefusesMissing($"The delegation request with id {id} cannot be found.", () => account.Look(id));

    [Fact]
    public void Shows_the_boundaries_that_new_roles_must_have()
    {
        var id = account.Ask();
        var delegation = account.Account.Delegations.Find(id)!;
        account.Change(draft => draft.Put(delegation with
        {
            Policy = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:CreateRole","Resource":"*",
                "Condition":{"StringEquals":{"iam:PermissionsBoundary":"arn:aws:iam::aws:policy/ReadOnlyAccess"}}}]}
                """,
        }));

        Assert.Equal([Givens.ReadOnly], account.Shown(id).RolePermissionRestrictionArns!);
    }

    private Gatehouse.Accounts.Authorization.Requirements Needs(string id) =>
        account.Needs<GetDelegationRequest, GetDelegationRequestRequest>("iam:GetDelegationRequest", new() { DelegationRequestId = id });
}

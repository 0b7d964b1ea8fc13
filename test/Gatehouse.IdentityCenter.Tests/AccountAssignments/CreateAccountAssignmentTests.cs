using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.AccountAssignments;
using Gatehouse.IdentityCenter.Tests.Provisioning;
using static Gatehouse.IdentityCenter.Tests.Provisioning.ProvisioningGivens;

namespace Gatehouse.IdentityCenter.Tests.AccountAssignments;

public sealed class CreateAccountAssignmentTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Is_under_way_until_the_worker_has_done_it()
    {
        var asked = center.Ask();

        Assert.Equal(("IN_PROGRESS", Own, "AWS_ACCOUNT", SetFixture.SetArn, "USER", SetFixture.UserId), (asked.Status, asked.TargetId, asked.TargetType, asked.PermissionSetArn, asked.PrincipalType, asked.PrincipalId));
        Assert.Empty(center.Account.Account.Assignments);
        Assert.Equal([(asked.RequestId!, Own)], center.Account.Installation.Names.Of("provisioning"));

        center.Work();

        Assert.Equal("SUCCEEDED", center.Created(asked.RequestId!).Status);
        var only = Assert.Single(center.Account.Account.Assignments);
        Assert.Equal((Own, SetFixture.SetId, SetFixture.UserId, false), (only.AccountId, only.PermissionSetId, only.PrincipalId, only.IsGroup));
    }

    [Fact]
    public void May_be_asked_again()
    {
        center.Assign();

        Assert.Equal("SUCCEEDED", center.Assign().Status);
        Assert.Single(center.Account.Account.Assignments);
    }

    [Fact]
    public void Refuses_somebody_whom_the_store_does_not_know_and_notes_nothing()
    {
        Assert.Throws<ResourceNotFoundException>(() => center.Ask(principal: SetFixture.GroupId));
        Assert.Throws<ResourceNotFoundException>(() => center.Ask(principal: SetFixture.UserId, type: "GROUP"));

        Assert.Empty(center.Account.Installation.Names.Of("provisioning"));
    }

    [Fact]
    public void Refuses_while_the_contrary_is_under_way()
    {
        center.Assign();
        center.AskAway();

        Assert.Throws<ConflictException>(() => center.Ask());
        Assert.Equal("IN_PROGRESS", center.Ask(principal: SetFixture.GroupId, type: "GROUP").Status);
    }

    [Fact]
    public void Refuses_when_too_much_is_under_way()
    {
        center.Account.Change(draft =>
        {
            foreach (var number in Enumerable.Range(0, 1000))
            {
                draft.Put(new Gatehouse.Accounts.Entities.ProvisioningRequest { Id = $"{number}", Kind = Gatehouse.Accounts.Entities.ProvisioningKind.Provisioning, InstanceId = SetFixture.InstanceId, Requested = draft.Now });
            }
        });

        Assert.Throws<ThrottlingException>(() => center.Ask());
    }

    [Fact]
    public void A_set_that_is_about_to_be_given_stays()
    {
        center.Ask();

        Assert.Throws<ConflictException>(() => center.Write<Gatehouse.IdentityCenter.PermissionSets.DeletePermissionSet, DeletePermissionSetRequest, DeletePermissionSetResponse>(
            new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn }));
    }

    [Theory]
    [InlineData("arn:aws:sso:::account/111122223333", true)]
    [InlineData("arn:aws:sso:::account/444455556666", false)]
    public void Policies_say_in_which_accounts(string account, bool allowed)
    {
        CreateAccountAssignmentRequest request = new()
        {
            InstanceArn = SetFixture.InstanceArn,
            PermissionSetArn = SetFixture.SetArn,
            TargetId = Own,
            TargetType = "AWS_ACCOUNT",
            PrincipalId = SetFixture.UserId,
            PrincipalType = "USER",
        };
        var policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sso:CreateAccountAssignment","Resource":["ACCOUNT","arn:aws:sso:::instance/*","arn:aws:sso:::permissionSet/*/*"]}]}"""
            .Replace("ACCOUNT\"", account + "\"", StringComparison.Ordinal);

        Assert.Equal(allowed, center.May<CreateAccountAssignment, CreateAccountAssignmentRequest>("sso:CreateAccountAssignment", request, policy));
    }
}

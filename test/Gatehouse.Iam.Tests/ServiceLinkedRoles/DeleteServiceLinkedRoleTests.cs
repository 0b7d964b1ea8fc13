using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.ServiceLinkedRoles;
using Gatehouse.Iam.Tests.RootAccess;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.ServiceLinkedRoles;

public sealed class DeleteServiceLinkedRoleTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Removes_a_role_that_its_service_does_not_need()
    {
        Create("ecs.amazonaws.com");

        var id = Call("AWSServiceRoleForECS");

        Assert.Matches("^task/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS/[0-9a-f-]{36}$", id);
        Assert.Empty(account.Reload().Roles);
        Assert.Equal("SUCCEEDED", Status(id).Status);
        Assert.Null(Status(id).Reason);
    }

    [Fact]
    public void Leaves_a_role_that_its_service_needs_and_says_for_what()
    {
        account.Organize();
        Create("organizations.amazonaws.com");

        var status = Status(Call("AWSServiceRoleForOrganizations"));

        Assert.Single(account.Account.Roles);
        Assert.Equal("FAILED", status.Status);
        Assert.Equal(["arn:aws:organizations::111122223333:organization/o-aaaaaaaaaa"], status.Reason!.RoleUsageList![0].Resources!);
    }

    [Fact]
    public void Refuses_roles_that_are_not_there_or_that_no_service_owns()
    {
        account.AddRole("App");

        account.RefusesMissing("The role with name App cannot be found.", () => Call("App"));
        account.RefusesMissing("The role with name none cannot be found.", () => Call("none"));
    }

    [Fact]
    public void Tasks_can_be_asked_for_during_a_month()
    {
        Create("ecs.amazonaws.com");
        var old = Call("AWSServiceRoleForECS");
        account.Clock.Advance(TimeSpan.FromDays(31));
        Create("ecs.amazonaws.com");

        Call("AWSServiceRoleForECS");

        Assert.DoesNotContain(old, account.Account.RoleDeletions.Select(task => task.Id));
        Assert.Single(account.Account.RoleDeletions);
    }

    private void Create(string service) =>
        account.Write<CreateServiceLinkedRole, CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse>(new() { AWSServiceName = service });

    private string Call(string role) =>
        account.Write<DeleteServiceLinkedRole, DeleteServiceLinkedRoleRequest, DeleteServiceLinkedRoleResponse>(new() { RoleName = role }).DeletionTaskId;

    private GetServiceLinkedRoleDeletionStatusResponse Status(string id) =>
        account.Read<GetServiceLinkedRoleDeletionStatus, GetServiceLinkedRoleDeletionStatusRequest, GetServiceLinkedRoleDeletionStatusResponse>(
            new() { DeletionTaskId = id });
}

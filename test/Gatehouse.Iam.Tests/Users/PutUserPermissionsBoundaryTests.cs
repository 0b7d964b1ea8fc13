using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class PutUserPermissionsBoundaryTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Sets_and_replaces_the_boundary()
    {
        account.AddUser("Alice");
        var own = account.AddPolicy("limit");

        Call(new() { UserName = "Alice", PermissionsBoundary = Givens.ReadOnly });
        Call(new() { UserName = "Alice", PermissionsBoundary = own });

        Assert.Equal(own, account.Account.Users.Find("Alice")!.PermissionsBoundary);
        Assert.Equal((0, 1), (account.Account.Attachments.BoundariesOf(Givens.ReadOnly), account.Account.Attachments.BoundariesOf(own)));
    }

    [Fact]
    public void Refuses_what_is_no_policy()
    {
        account.AddUser("Alice");

        account.RefusesMissing(
            "Scope ARN: arn:aws:iam::111122223333:policy/none does not exist or is not attachable.",
            () => Call(new() { UserName = "Alice", PermissionsBoundary = "arn:aws:iam::111122223333:policy/none" }));
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing(
            "The user with name Nobody cannot be found.",
            () => Call(new() { UserName = "Nobody", PermissionsBoundary = Givens.ReadOnly }));

    [Fact]
    public void Is_checked_on_the_user_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.Put(account.AddUser("Alice", "/staff/") with { PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });

        var needs = account.Needs<PutUserPermissionsBoundary, PutUserPermissionsBoundaryRequest>(
            "iam:PutUserPermissionsBoundary", new() { UserName = "alice", PermissionsBoundary = "arn:aws:iam::aws:policy/PowerUserAccess" });

        Assert.Equal(["iam:PutUserPermissionsBoundary arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
        Assert.Equal("blue", needs.Value("iam:ResourceTag/team"));
        Assert.Equal("arn:aws:iam::aws:policy/PowerUserAccess", needs.Value("iam:PermissionsBoundary"));
    }

    private PutUserPermissionsBoundaryResponse Call(PutUserPermissionsBoundaryRequest request) =>
        account.Write<PutUserPermissionsBoundary, PutUserPermissionsBoundaryRequest, PutUserPermissionsBoundaryResponse>(request);
}

using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class UpdateUserTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Renames_and_moves_and_keeps_the_id()
    {
        var before = account.AddUser("Alice");
        account.AddGroup("staff", "/", "Alice");

        Call(new() { UserName = "alice", NewUserName = "Alicia", NewPath = "/staff/" });

        Assert.Null(account.Account.Users.Find("Alice"));
        var after = account.Account.Users.Find("Alicia")!;
        Assert.Equal((before.Id, "Alicia", "/staff/"), (after.Id, after.Name, after.Path));
        Assert.Equal("arn:aws:iam::111122223333:user/staff/Alicia", after.ArnIn(AccountFixture.Id).Text);
        Assert.Equal(["Alicia"], account.Account.Attachments.MembersOf(account.Account.Groups.Find("staff")!).Select(user => user.Name));
    }

    [Fact]
    public void Keeps_what_is_not_named()
    {
        var before = account.AddUser("Alice", "/staff/");

        Call(new() { UserName = "Alice" });
        Call(new() { UserName = "Alice", NewPath = "/other/" });
        Call(new() { UserName = "Alice", NewUserName = "ALICE" });

        var after = Assert.Single(account.Account.Users);
        Assert.Equal((before.Id, "ALICE", "/other/"), (after.Id, after.Name, after.Path));
    }

    [Fact]
    public void What_was_renamed_is_so_on_disk()
    {
        account.AddUser("Alice");
        Call(new() { UserName = "Alice", NewUserName = "Alicia" });
        Call(new() { UserName = "Alicia", NewUserName = "ALICIA" });

        var stored = account.Reload();

        Assert.Equal(["ALICIA"], stored.Users.Select(user => user.Name));
    }

    [Fact]
    public void Refuses_a_name_that_another_has()
    {
        account.AddUser("Alice");
        account.AddUser("Alicia");

        account.RefusesTaken("User with name ALICIA already exists.", () => Call(new() { UserName = "Alice", NewUserName = "ALICIA" }));
    }

    [Fact]
    public void Needs_permission_on_both_names()
    {
        account.AddUser("Alice", "/staff/");

        var needs = account.Needs<UpdateUser, UpdateUserRequest>("iam:UpdateUser", new() { UserName = "Alice", NewUserName = "Alicia" });

        Assert.Equal(["iam:UpdateUser arn:aws:iam::111122223333:user/staff/Alice", "iam:UpdateUser arn:aws:iam::111122223333:user/staff/Alicia"], needs.Lines());
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody", NewUserName = "Alicia" }));

    [Fact]
    public void Is_checked_on_the_user_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddUser("Alice", "/staff/");

        var needs = account.Needs<UpdateUser, UpdateUserRequest>("iam:UpdateUser", new() { UserName = "alice" });

        Assert.Equal(["iam:UpdateUser arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
    }

    private UpdateUserResponse Call(UpdateUserRequest request) => account.Write<UpdateUser, UpdateUserRequest, UpdateUserResponse>(request);
}

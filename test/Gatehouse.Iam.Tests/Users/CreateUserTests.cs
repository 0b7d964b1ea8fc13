using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class CreateUserTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Adds_a_user_and_shows_it()
    {
        var boundary = account.AddPolicy("limit");

        var user = Call(new() { UserName = "Alice", Path = "/staff/", PermissionsBoundary = boundary, Tags = [new() { Key = "team", Value = "blue" }] }).User!;

        Assert.Matches("^AIDA[A-Z2-7]{17}$", user.UserId);
        Assert.Equal(("Alice", "/staff/", "arn:aws:iam::111122223333:user/staff/Alice"), (user.UserName, user.Path, user.Arn));
        Assert.Equal(account.Clock.GetUtcNow(), user.CreateDate);
        Assert.Equal(("Policy", boundary), (user.PermissionsBoundary!.PermissionsBoundaryType, user.PermissionsBoundary.PermissionsBoundaryArn));
        Assert.Equal(("team", "blue"), (Assert.Single(user.Tags!).Key, user.Tags![0].Value));
        Assert.Equal(1, account.Account.Attachments.BoundariesOf(boundary));
    }

    [Fact]
    public void Leaves_out_what_a_plain_user_has_not()
    {
        var user = Call(new() { UserName = "Alice" }).User!;

        Assert.Equal("/", user.Path);
        Assert.Null(user.Tags);
        Assert.Null(user.PermissionsBoundary);
        Assert.Null(user.PasswordLastUsed);
    }

    [Fact]
    public void Refuses_a_name_that_differs_only_in_case()
    {
        Call(new() { UserName = "Alice" });

        account.RefusesTaken("User with name ALICE already exists.", () => Call(new() { UserName = "ALICE" }));
    }

    [Fact]
    public void A_user_made_anew_is_another()
    {
        // AU-201
        var first = Call(new() { UserName = "Alice" }).User!.UserId;
        account.Change(draft => draft.Remove(draft.Account.Users.Find("Alice")!));

        Assert.NotEqual(first, Call(new() { UserName = "Alice" }).User!.UserId);
    }

    [Fact]
    public void Refuses_a_boundary_that_is_no_policy()
    {
        account.RefusesMissing(
            "Scope ARN: arn:aws:iam::111122223333:policy/none does not exist or is not attachable.",
            () => Call(new() { UserName = "Alice", PermissionsBoundary = "arn:aws:iam::111122223333:policy/none" }));
    }

    [Fact]
    public void Refuses_tags_whose_keys_differ_only_in_case()
    {
        account.Refuses<InvalidInputException>(
            400,
            "InvalidInput",
            "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
            () => Call(new() { UserName = "Alice", Tags = [new() { Key = "a", Value = "1" }, new() { Key = "A", Value = "2" }] }));
    }

    [Fact]
    public void Refuses_the_user_after_the_five_thousandth()
    {
        account.Change(draft =>
        {
            for (var number = 0; number < 5000; number++)
            {
                draft.Put(new User { Id = $"AIDA{number}", Name = $"u{number}", Path = "/", Created = draft.Now });
            }
        });

        account.RefusesMore("Cannot exceed quota for UsersPerAccount: 5000", () => Call(new() { UserName = "Alice" }));
    }

    [Fact]
    public void Is_checked_on_the_user_to_be()
    {
        var needs = account.Needs<CreateUser, CreateUserRequest>("iam:CreateUser", new()
        {
            UserName = "Alice",
            Path = "/staff/",
            PermissionsBoundary = Givens.ReadOnly,
            Tags = [new() { Key = "team", Value = "blue" }],
        });

        // PE-7: to create with tags is to tag, too.
        Assert.Equal(["iam:CreateUser arn:aws:iam::111122223333:user/staff/Alice", "iam:TagUser arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Null(needs.Printed);
        Assert.Equal("blue", needs.Value("aws:RequestTag/team"));
        Assert.Equal("team", needs.Value("aws:TagKeys"));
        Assert.Equal(Givens.ReadOnly, needs.Value("iam:PermissionsBoundary"));
    }

    private CreateUserResponse Call(CreateUserRequest request) => account.Write<CreateUser, CreateUserRequest, CreateUserResponse>(request);
}

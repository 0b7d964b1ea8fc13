using Gatehouse.Accounts.Authorization;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccessKeys;
using Gatehouse.Testing;
using Gatehouse.Wire;

namespace Gatehouse.Iam.Tests.AccessKeys;

public sealed class GetAccessKeyLastUsedTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Says_that_a_key_was_never_used()
    {
        // AU-209
        account.AddUser("Alice");

        var answer = Call(new() { AccessKeyId = AddKey("Alice") });

        Assert.Equal("Alice", answer.UserName);
        Assert.Equal((null, "N/A", "N/A"), (answer.AccessKeyLastUsed!.LastUsedDate, answer.AccessKeyLastUsed.ServiceName, answer.AccessKeyLastUsed.Region));
    }

    [Fact]
    public void Says_when_and_where_a_key_was_used()
    {
        account.AddUser("Alice");
        var key = AddKey("Alice");
        var now = account.Clock.GetUtcNow();
        account.Installation.Accounts.Loaded(AccountFixture.Id)!.Activity.OfKey(key).Touch("s3", "eu-west-1", now);

        var last = Call(new() { AccessKeyId = key }).AccessKeyLastUsed!;

        Assert.Equal((now, "s3", "eu-west-1"), (last.LastUsedDate, last.ServiceName, last.Region));
    }

    [Fact]
    public void Follows_a_user_to_its_new_name()
    {
        var user = account.AddUser("Alice");
        var key = AddKey("Alice");
        account.Change(draft =>
        {
            draft.Remove(user);
            draft.Put(user with { Name = "Alicia" });
        });

        Assert.Equal("Alicia", Call(new() { AccessKeyId = key }).UserName);
    }

    [Fact]
    public void Refuses_a_key_that_is_not_the_accounts_as_if_it_were_not_allowed() => account.Refuses<CommonException>(
        403,
        "AccessDenied",
        "User: arn:aws:iam::111122223333:root is not authorized to perform iam:GetAccessKeyLastUsed on resource: access key AKIAAAAAAAAAAAAAAAAA",
        () => Call(new() { AccessKeyId = "AKIAAAAAAAAAAAAAAAAA" }));

    [Fact]
    public void Is_checked_on_the_user_whose_key_it_is()
    {
        account.Put(account.AddUser("Alice", "/staff/") with { Tags = [new("team", "blue")] });
        var (key, root) = (AddKey("Alice"), AddKey());

        var needs = Needs(key);
        Assert.Equal(["iam:GetAccessKeyLastUsed arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("blue", needs.Value("aws:ResourceTag/team"));
        Assert.Equal(["iam:GetAccessKeyLastUsed arn:aws:iam::111122223333:root"], Needs(root).Lines());

        // A denial tells nothing about whether there is such a key.
        Assert.Equal(["iam:GetAccessKeyLastUsed *"], Needs("AKIAAAAAAAAAAAAAAAAA").Lines());
        Assert.Equal("access key AKIAAAAAAAAAAAAAAAAA", Needs("AKIAAAAAAAAAAAAAAAAA").Printed);
        Assert.Equal("access key " + key, needs.Printed);
    }

    private Requirements Needs(string key) =>
        account.Needs<GetAccessKeyLastUsed, GetAccessKeyLastUsedRequest>("iam:GetAccessKeyLastUsed", new() { AccessKeyId = key });

    private string AddKey(string? user = null)
    {
        account.Clock.Advance(TimeSpan.FromSeconds(1));
        return account.Write<CreateAccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse>(new() { UserName = user }).AccessKey.AccessKeyId;
    }

    private GetAccessKeyLastUsedResponse Call(GetAccessKeyLastUsedRequest request) =>
        account.Read<GetAccessKeyLastUsed, GetAccessKeyLastUsedRequest, GetAccessKeyLastUsedResponse>(request);
}

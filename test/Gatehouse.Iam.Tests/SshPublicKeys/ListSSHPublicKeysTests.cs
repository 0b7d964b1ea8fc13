using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SshPublicKeys;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SshPublicKeys;

public sealed class ListSSHPublicKeysTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_a_users_own_oldest_first_in_pages()
    {
        account.AddUser("Alice");
        account.AddUser("Bob");
        var (first, _, second) = (account.AddSshKey("Alice", 9), account.AddSshKey("Bob", 9), account.AddSshKey("Alice", 1));

        var page = Call(new() { UserName = "alice", MaxItems = 1 });
        var rest = Call(new() { UserName = "alice", MaxItems = 1, Marker = page.Marker });
        account.ActAs("Alice");

        Assert.Equal([first], page.SSHPublicKeys!.Select(key => key.SSHPublicKeyId));
        Assert.Equal([second], rest.SSHPublicKeys!.Select(key => key.SSHPublicKeyId));
        Assert.Equal((true, false), (page.IsTruncated, rest.IsTruncated));
        Assert.Equal(2, Call(new()).SSHPublicKeys!.Count);
    }

    [Fact]
    public void Knows_no_user_that_is_not_there()
    {
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody" }));
        account.RefusesValue("Must specify userName when calling with non-User credentials", () => Call(new()));
    }

    private ListSSHPublicKeysResponse Call(ListSSHPublicKeysRequest request) =>
        account.Read<ListSSHPublicKeys, ListSSHPublicKeysRequest, ListSSHPublicKeysResponse>(request);
}

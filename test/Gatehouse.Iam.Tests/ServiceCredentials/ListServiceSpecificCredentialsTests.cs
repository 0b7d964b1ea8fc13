using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.ServiceCredentials;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.ServiceCredentials;

public sealed class ListServiceSpecificCredentialsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_a_users_own_without_secrets()
    {
        account.AddUser("Alice");
        account.AddUser("Bob");
        var (git, key) = (account.AddCredential("Alice"), account.AddCredential("Alice", "bedrock.amazonaws.com", days: 1));
        account.AddCredential("Bob");

        var all = Call(new() { UserName = "Alice" });
        var some = Call(new() { UserName = "Alice", ServiceName = "bedrock.amazonaws.com" });
        account.Clock.Advance(TimeSpan.FromDays(1));
        var later = Call(new() { UserName = "Alice" });

        Assert.Equal([git.ServiceUserName, null], all.ServiceSpecificCredentials!.Select(one => one.ServiceUserName));
        Assert.Equal(key.ServiceCredentialAlias, Assert.Single(some.ServiceSpecificCredentials!).ServiceCredentialAlias);
        Assert.Equal(["Active", "Active"], all.ServiceSpecificCredentials!.Select(one => one.Status));
        Assert.Equal(["Active", "Expired"], later.ServiceSpecificCredentials!.Select(one => one.Status));
    }

    [Fact]
    public void Lists_those_of_all_users_in_pages()
    {
        account.AddUser("Alice");
        account.AddUser("Bob");
        string[] ids = [account.AddCredential("Alice").ServiceSpecificCredentialId, account.AddCredential("Bob").ServiceSpecificCredentialId];

        var first = Call(new() { AllUsers = true, MaxItems = 1 });
        var second = Call(new() { AllUsers = true, MaxItems = 1, Marker = first.Marker });

        Assert.Equal(ids.Order(StringComparer.Ordinal), first.ServiceSpecificCredentials!.Concat(second.ServiceSpecificCredentials!).Select(one => one.ServiceSpecificCredentialId));
        Assert.Equal((true, false), (first.IsTruncated, second.IsTruncated));
    }

    [Fact]
    public void Refuses_what_makes_no_sense()
    {
        account.AddUser("Alice");

        account.RefusesValue("UserName and AllUsers cannot be specified together", () => Call(new() { UserName = "Alice", AllUsers = true }));
        account.RefusesMissing(
            "No such service x is supported for Service Specific Credentials", () => Call(new() { UserName = "Alice", ServiceName = "x" }));
        account.RefusesValue("Must specify userName when calling with non-User credentials", () => Call(new()));
    }

    private ListServiceSpecificCredentialsResponse Call(ListServiceSpecificCredentialsRequest request) =>
        account.Read<ListServiceSpecificCredentials, ListServiceSpecificCredentialsRequest, ListServiceSpecificCredentialsResponse>(request);
}

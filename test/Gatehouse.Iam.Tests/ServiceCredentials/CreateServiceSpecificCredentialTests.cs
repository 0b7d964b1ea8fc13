using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.ServiceCredentials;
using Gatehouse.Testing;
using System.Text;

namespace Gatehouse.Iam.Tests.ServiceCredentials;

public sealed class CreateServiceSpecificCredentialTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Makes_a_user_name_and_a_password_that_is_shown_once()
    {
        account.AddUser("Alice");

        var made = Call(new() { UserName = "alice", ServiceName = "codecommit.amazonaws.com" }).ServiceSpecificCredential!;

        Assert.Matches("^ACCA[A-Z2-7]{16}$", made.ServiceSpecificCredentialId);
        Assert.Equal(("Alice", "Active", "Alice-at-111122223333"), (made.UserName, made.Status, made.ServiceUserName));
        Assert.Matches("^[A-Za-z0-9+/]{59}=$", made.ServicePassword);
        Assert.Equal(((string?)null, (string?)null, (DateTimeOffset?)null), (made.ServiceCredentialAlias, made.ServiceCredentialSecret, made.ExpirationDate));
        Assert.Equal(made.ServicePassword, account.Unsealed(made.ServiceSpecificCredentialId));
        var text = string.Concat(account.Stored().Rows.Select(row => Encoding.UTF8.GetString(row.Value.Span)));
        Assert.DoesNotContain(made.ServicePassword!, text, StringComparison.Ordinal);
    }

    [Fact]
    public void Makes_an_API_key_that_may_expire()
    {
        account.AddUser("Alice");

        var made = Call(new() { UserName = "Alice", ServiceName = "bedrock.amazonaws.com", CredentialAgeDays = 30 }).ServiceSpecificCredential!;

        Assert.Equal(("Alice-at-111122223333", account.Clock.GetUtcNow().AddDays(30)), (made.ServiceCredentialAlias, made.ExpirationDate));
        Assert.StartsWith("ABSK", made.ServiceCredentialSecret, StringComparison.Ordinal);
        Assert.StartsWith("Alice-at-111122223333:", Encoding.UTF8.GetString(Convert.FromBase64String(made.ServiceCredentialSecret![4..])), StringComparison.Ordinal);
        Assert.Null(made.ServiceUserName);
        Assert.Null(made.ServicePassword);
    }

    [Fact]
    public void Gives_a_user_two_for_each_service()
    {
        account.AddUser("Alice");
        var first = account.AddCredential("Alice");
        Assert.Equal("Alice+1-at-111122223333", account.AddCredential("Alice").ServiceUserName);
        account.AddCredential("Alice", "cassandra.amazonaws.com");

        account.RefusesMore(
            "Cannot exceed quota for ServiceSpecificCredentialsPerUser: 2", () => Call(new() { UserName = "Alice", ServiceName = "codecommit.amazonaws.com" }));
        account.Change(draft => draft.Remove(draft.Account.ServiceCredentials.Find(first.ServiceSpecificCredentialId)!));
        Assert.Equal("Alice-at-111122223333", account.AddCredential("Alice").ServiceUserName);
    }

    [Fact]
    public void Refuses_services_and_ages_that_are_not_offered()
    {
        account.AddUser("Alice");

        account.RefusesMissing(
            "No such service s3.amazonaws.com is supported for Service Specific Credentials", () => Call(new() { UserName = "Alice", ServiceName = "s3.amazonaws.com" }));
        account.RefusesValue(
            "CredentialAgeDays is not supported for the service codecommit.amazonaws.com",
            () => Call(new() { UserName = "Alice", ServiceName = "codecommit.amazonaws.com", CredentialAgeDays = 1 }));
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody", ServiceName = "x" }));
    }

    [Fact]
    public void Is_checked_with_the_service_and_the_age()
    {
        account.AddUser("Alice");

        var needs = account.Needs<CreateServiceSpecificCredential, CreateServiceSpecificCredentialRequest>(
            "iam:CreateServiceSpecificCredential", new() { UserName = "alice", ServiceName = "bedrock.amazonaws.com", CredentialAgeDays = 7 });

        Assert.Equal(["iam:CreateServiceSpecificCredential arn:aws:iam::111122223333:user/Alice"], needs.Lines());
        Assert.Equal(
            ("bedrock.amazonaws.com", "7"), (needs.Value("iam:ServiceSpecificCredentialServiceName"), needs.Value("iam:ServiceSpecificCredentialAgeDays")));
    }

    private CreateServiceSpecificCredentialResponse Call(CreateServiceSpecificCredentialRequest request) =>
        account.Write<CreateServiceSpecificCredential, CreateServiceSpecificCredentialRequest, CreateServiceSpecificCredentialResponse>(request);
}

using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.ServiceCredentials;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.ServiceCredentials;

public sealed class ResetServiceSpecificCredentialTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Gives_another_secret_and_keeps_the_rest()
    {
        account.AddUser("Alice");
        var made = account.AddCredential("Alice");

        var again = Call(new() { ServiceSpecificCredentialId = made.ServiceSpecificCredentialId }).ServiceSpecificCredential!;

        Assert.NotEqual(made.ServicePassword, again.ServicePassword);
        Assert.Equal(again.ServicePassword, account.Unsealed(made.ServiceSpecificCredentialId));
        Assert.Equal(
            (made.ServiceUserName, made.CreateDate, made.ServiceSpecificCredentialId), (again.ServiceUserName, again.CreateDate, again.ServiceSpecificCredentialId));
    }

    [Fact]
    public void Finds_only_credentials_of_the_user_that_is_named()
    {
        account.AddUser("Alice");
        account.AddUser("Bob");
        var id = account.AddCredential("Alice").ServiceSpecificCredentialId;

        account.RefusesMissing($"No such credential {id} exists", () => Call(new() { UserName = "Bob", ServiceSpecificCredentialId = id }));
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody", ServiceSpecificCredentialId = id }));
    }

    [Fact]
    public void Is_checked_on_the_user_whose_it_is()
    {
        account.AddUser("Alice", "/staff/");
        var id = account.AddCredential("Alice").ServiceSpecificCredentialId;

        var needs = account.Needs<ResetServiceSpecificCredential, ResetServiceSpecificCredentialRequest>(
            "iam:ResetServiceSpecificCredential", new() { ServiceSpecificCredentialId = id });

        Assert.Equal(["iam:ResetServiceSpecificCredential arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("codecommit.amazonaws.com", needs.Value("iam:ServiceSpecificCredentialServiceName"));
    }

    private ResetServiceSpecificCredentialResponse Call(ResetServiceSpecificCredentialRequest request) =>
        account.Write<ResetServiceSpecificCredential, ResetServiceSpecificCredentialRequest, ResetServiceSpecificCredentialResponse>(request);
}

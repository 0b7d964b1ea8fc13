using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccountSettings;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.AccountSettings;

public sealed class CreateAccountAliasTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Gives_the_account_an_alias_that_no_other_can_have()
    {
        Call(new() { AccountAlias = "acme" });

        Assert.Equal("acme", account.Account.Profile.Alias);
        Assert.Equal(AccountFixture.Id, account.Installation.Names.OwnerOf("alias", "acme"));
    }

    [Fact]
    public void Replaces_the_alias_and_gives_the_old_one_back()
    {
        Call(new() { AccountAlias = "acme" });
        Call(new() { AccountAlias = "acme-2" });

        Assert.Equal("acme-2", account.Account.Profile.Alias);
        Assert.Null(account.Installation.Names.OwnerOf("alias", "acme"));
        Assert.Equal(AccountFixture.Id, account.Installation.Names.OwnerOf("alias", "acme-2"));
    }

    [Fact]
    public void Refuses_an_alias_that_is_taken_by_others_or_by_itself()
    {
        account.Claim("taken", "444455556666");
        Call(new() { AccountAlias = "acme" });

        account.RefusesTaken("The account alias taken already exists.", () => Call(new() { AccountAlias = "taken" }));
        account.RefusesTaken("The account alias acme already exists.", () => Call(new() { AccountAlias = "acme" }));
        Assert.Equal("444455556666", account.Installation.Names.OwnerOf("alias", "taken"));
        Assert.Equal(AccountFixture.Id, account.Installation.Names.OwnerOf("alias", "acme"));
    }

    [Fact]
    public void Mends_what_a_process_left_that_died_after_the_claim()
    {
        account.Claim("acme", AccountFixture.Id);

        Call(new() { AccountAlias = "acme" });

        Assert.Equal("acme", account.Account.Profile.Alias);
    }

    [Fact]
    public void Is_checked_on_no_resource_in_particular()
    {
        var needs = account.Needs<CreateAccountAlias, CreateAccountAliasRequest>("iam:CreateAccountAlias", new() { AccountAlias = "acme" });

        // PE-9
        Assert.Equal(["iam:CreateAccountAlias *"], needs.Lines());
    }

    private CreateAccountAliasResponse Call(CreateAccountAliasRequest request) =>
        account.Reach<CreateAccountAlias, CreateAccountAliasRequest, CreateAccountAliasResponse>(request);
}

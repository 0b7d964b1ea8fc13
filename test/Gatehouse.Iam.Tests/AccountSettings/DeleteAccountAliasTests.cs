using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccountSettings;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.AccountSettings;

public sealed class DeleteAccountAliasTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_the_alias_away_for_others_to_have()
    {
        account.Claim("acme", AccountFixture.Id);
        account.Change(draft => draft.Put(draft.Account.Profile with { Alias = "acme" }));

        Call(new() { AccountAlias = "acme" });

        Assert.Null(account.Account.Profile.Alias);
        Assert.Null(account.Installation.Names.OwnerOf("alias", "acme"));
    }

    [Fact]
    public void Knows_no_alias_but_the_accounts_own()
    {
        account.Claim("other", "444455556666");

        account.RefusesMissing("The account alias other cannot be found.", () => Call(new() { AccountAlias = "other" }));
        Assert.Equal("444455556666", account.Installation.Names.OwnerOf("alias", "other"));
    }

    [Fact]
    public void Is_checked_on_no_resource_in_particular()
    {
        var needs = account.Needs<DeleteAccountAlias, DeleteAccountAliasRequest>("iam:DeleteAccountAlias", new() { AccountAlias = "acme" });

        // PE-9
        Assert.Equal(["iam:DeleteAccountAlias *"], needs.Lines());
    }

    private DeleteAccountAliasResponse Call(DeleteAccountAliasRequest request) =>
        account.Reach<DeleteAccountAlias, DeleteAccountAliasRequest, DeleteAccountAliasResponse>(request);
}

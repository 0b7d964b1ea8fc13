using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccountSettings;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.AccountSettings;

public sealed class DeleteAccountPasswordPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Goes_back_to_the_defaults_once()
    {
        account.Change(draft => draft.Put(draft.Account.Profile with { PasswordPolicy = new() }));

        Call(new());

        Assert.Null(account.Account.Profile.PasswordPolicy);
        account.RefusesMissing("The account policy with name PasswordPolicy cannot be found.", () => Call(new()));
    }

    [Fact]
    public void Is_checked_on_no_resource_in_particular()
    {
        var needs = account.Needs<DeleteAccountPasswordPolicy, DeleteAccountPasswordPolicyRequest>("iam:DeleteAccountPasswordPolicy", new() {  });

        // PE-9
        Assert.Equal(["iam:DeleteAccountPasswordPolicy *"], needs.Lines());
    }

    private DeleteAccountPasswordPolicyResponse Call(DeleteAccountPasswordPolicyRequest request) =>
        account.Write<DeleteAccountPasswordPolicy, DeleteAccountPasswordPolicyRequest, DeleteAccountPasswordPolicyResponse>(request);
}

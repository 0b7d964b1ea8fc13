using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccountSettings;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.AccountSettings;

public sealed class UpdateAccountPasswordPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Sets_every_field()
    {
        Call(new()
        {
            MinimumPasswordLength = 10,
            RequireSymbols = true,
            RequireNumbers = true,
            RequireUppercaseCharacters = true,
            RequireLowercaseCharacters = true,
            AllowUsersToChangePassword = true,
            MaxPasswordAge = 60,
            PasswordReusePrevention = 3,
            HardExpiry = true,
        });

        var expected = new PasswordPolicy
        {
            MinimumLength = 10,
            RequireSymbols = true,
            RequireNumbers = true,
            RequireUppercase = true,
            RequireLowercase = true,
            UsersMayChange = true,
            MaxAgeDays = 60,
            Remembered = 3,
            HardExpiry = true,
        };
        Assert.Equal(expected, account.Account.Profile.PasswordPolicy);
        Assert.Equal(expected, account.Reload().Profile.PasswordPolicy);
    }

    [Fact]
    public void What_is_left_out_goes_back_to_its_default()
    {
        Call(new() { MinimumPasswordLength = 10, RequireSymbols = true, MaxPasswordAge = 60 });
        Call(new() { RequireNumbers = true });

        Assert.Equal(new PasswordPolicy { RequireNumbers = true }, account.Reload().Profile.PasswordPolicy);
        Assert.Equal(6, account.Reload().Profile.PasswordPolicy!.MinimumLength);
    }

    [Fact]
    public void Is_checked_on_no_resource_in_particular()
    {
        var needs = account.Needs<UpdateAccountPasswordPolicy, UpdateAccountPasswordPolicyRequest>("iam:UpdateAccountPasswordPolicy", new() {  });

        // PE-9
        Assert.Equal(["iam:UpdateAccountPasswordPolicy *"], needs.Lines());
    }

    private UpdateAccountPasswordPolicyResponse Call(UpdateAccountPasswordPolicyRequest request) =>
        account.Write<UpdateAccountPasswordPolicy, UpdateAccountPasswordPolicyRequest, UpdateAccountPasswordPolicyResponse>(request);
}

using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccountSettings;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.AccountSettings;

public sealed class GetAccountPasswordPolicyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_nothing_where_nothing_was_said() =>
        account.RefusesMissing("The Password Policy with domain name 111122223333 cannot be found.", () => Call(new()));

    [Fact]
    public void Shows_what_was_said()
    {
        account.Change(draft => draft.Put(draft.Account.Profile with { PasswordPolicy = new() { RequireSymbols = true, MaxAgeDays = 60, Remembered = 3, HardExpiry = false } }));

        var policy = Call(new()).PasswordPolicy;

        Assert.Equal((6, true, false, false, false, false), (
            policy.MinimumPasswordLength,
            policy.RequireSymbols,
            policy.RequireNumbers,
            policy.RequireUppercaseCharacters,
            policy.RequireLowercaseCharacters,
            policy.AllowUsersToChangePassword));
        Assert.Equal((true, 60, 3, false), (policy.ExpirePasswords, policy.MaxPasswordAge, policy.PasswordReusePrevention, policy.HardExpiry));
    }

    [Fact]
    public void Is_checked_on_no_resource_in_particular()
    {
        var needs = account.Needs<GetAccountPasswordPolicy, GetAccountPasswordPolicyRequest>("iam:GetAccountPasswordPolicy", new() {  });

        // PE-9
        Assert.Equal(["iam:GetAccountPasswordPolicy *"], needs.Lines());
    }

    private GetAccountPasswordPolicyResponse Call(GetAccountPasswordPolicyRequest request) =>
        account.Read<GetAccountPasswordPolicy, GetAccountPasswordPolicyRequest, GetAccountPasswordPolicyResponse>(request);
}

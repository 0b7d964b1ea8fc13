using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Mfa;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Mfa;

public sealed class ResyncMFADeviceTests
{
    private readonly AccountFixture account = new();

    public ResyncMFADeviceTests() => account.AddDevice("phone", account.AddUser("Alice").Id);

    [Theory]
    [InlineData(-2880)]
    [InlineData(40)]
    [InlineData(2880)]
    public void Finds_a_clock_that_is_off_by_up_to_a_day_AU_603(int off)
    {
        Call(account.Code(off - 1), account.Code(off));

        Assert.Equal(off, account.Account.MfaDevices.Find(MfaGivens.SerialOf("phone"))!.Drift);
    }

    [Fact]
    public void Refuses_a_clock_that_is_further_off() => RefusesCodes(account.Code(2880), account.Code(2881));

    [Fact]
    public void Refuses_what_was_spent_AU_612()
    {
        Call(account.Code(-1), account.Code());

        RefusesCodes(account.Code(-1), account.Code());
    }

    [Fact]
    public void Knows_no_device_of_another()
    {
        account.AddDevice("other", account.AddUser("Bob").Id);

        account.RefusesMissing("MFA Device invalid for user.", () => Call("000000", "000000", MfaGivens.SerialOf("other")));
    }

    private void RefusesCodes(string first, string second) => account.Refuses<InvalidAuthenticationCodeException>(
        403, "InvalidAuthenticationCode", "Authentication code for device is not valid.", () => Call(first, second));

    private ResyncMFADeviceResponse Call(string first, string second, string? serial = null) =>
        account.Write<ResyncMFADevice, ResyncMFADeviceRequest, ResyncMFADeviceResponse>(new()
        {
            UserName = "Alice",
            SerialNumber = serial ?? MfaGivens.SerialOf("phone"),
            AuthenticationCode1 = first,
            AuthenticationCode2 = second,
        });
}

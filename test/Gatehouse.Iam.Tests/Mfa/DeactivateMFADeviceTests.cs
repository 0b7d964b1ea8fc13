using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Mfa;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Mfa;

public sealed class DeactivateMFADeviceTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_a_device_from_its_user_and_keeps_what_was_spent()
    {
        account.Put(account.AddDevice("phone", account.AddUser("Alice").Id) with { SpentStep = 7 });

        Call("Alice", MfaGivens.SerialOf("phone"));

        var device = account.Account.MfaDevices.Find(MfaGivens.SerialOf("phone"))!;
        Assert.Equal((null, null, 7), (device.Holder, device.Enabled, device.SpentStep));
    }

    [Fact]
    public void Forgets_a_security_key()
    {
        account.AddDevice("key", account.AddUser("Alice").Id, MfaDeviceKind.SecurityKey);

        Call("Alice", MfaGivens.SerialOf("key"));

        Assert.Empty(account.Account.MfaDevices);
    }

    [Fact]
    public void Acts_for_root_when_root_names_nobody()
    {
        account.AddDevice("safe", Accounts.Account.RootOwner);

        Call(null, MfaGivens.SerialOf("safe"));

        Assert.Null(account.Account.MfaDevices.Find(MfaGivens.SerialOf("safe"))!.Holder);
    }

    [Fact]
    public void Knows_no_device_of_another()
    {
        account.AddUser("Alice");
        account.AddDevice("phone", account.AddUser("Bob").Id);

        account.RefusesMissing("MFA Device invalid for user.", () => Call("Alice", MfaGivens.SerialOf("phone")));
        account.RefusesMissing("MFA Device invalid for user.", () => Call("Alice", MfaGivens.SerialOf("none")));
    }

    private DeactivateMFADeviceResponse Call(string? name, string serial) =>
        account.Write<DeactivateMFADevice, DeactivateMFADeviceRequest, DeactivateMFADeviceResponse>(new() { UserName = name, SerialNumber = serial });
}

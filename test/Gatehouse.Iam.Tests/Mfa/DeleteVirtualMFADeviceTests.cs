using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Mfa;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Mfa;

public sealed class DeleteVirtualMFADeviceTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Deletes_a_device_that_is_nobody_s()
    {
        account.AddDevice("phone");

        Call(MfaGivens.SerialOf("phone"));

        Assert.Empty(account.Reload().MfaDevices);
    }

    [Fact]
    public void Refuses_one_that_is_in_use_BI_204_AU_617()
    {
        account.AddDevice("phone", account.AddUser("Alice").Id);

        account.RefusesDeletion("MFA VirtualDevice in use. Must deactivate first.", () => Call(MfaGivens.SerialOf("phone")));
    }

    [Fact]
    public void Knows_only_virtual_devices()
    {
        account.AddDevice("GAHT12345678", kind: MfaDeviceKind.Hardware);

        account.RefusesMissing("VirtualMFADevice with serial number GAHT12345678 doesn't exist.", () => Call("GAHT12345678"));
    }

    [Fact]
    public void Is_checked_on_the_device_as_it_is_spelled_PE_10()
    {
        account.Put(account.AddDevice("Phone") with { Tags = [new("team", "red")] });

        var needs = account.Needs<DeleteVirtualMFADevice, DeleteVirtualMFADeviceRequest>("iam:DeleteVirtualMFADevice", new() { SerialNumber = MfaGivens.SerialOf("phone") });

        Assert.Equal(["iam:DeleteVirtualMFADevice arn:aws:iam::111122223333:mfa/Phone"], needs.Lines());
        Assert.Equal("red", needs.Value("aws:ResourceTag/team"));
    }

    private DeleteVirtualMFADeviceResponse Call(string serial) =>
        account.Write<DeleteVirtualMFADevice, DeleteVirtualMFADeviceRequest, DeleteVirtualMFADeviceResponse>(new() { SerialNumber = serial });
}

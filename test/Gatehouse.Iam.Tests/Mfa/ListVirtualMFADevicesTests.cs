using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Mfa;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Mfa;

public sealed class ListVirtualMFADevicesTests
{
    private readonly AccountFixture account = new();

    public ListVirtualMFADevicesTests()
    {
        var alice = account.AddUser("Alice", "/staff/");
        account.AddDevice("phone", alice.Id);
        account.AddDevice("safe", Accounts.Account.RootOwner);
        account.AddDevice("free");
        account.AddDevice("key", alice.Id, MfaDeviceKind.SecurityKey);
    }

    [Theory]
    [InlineData(null, "free phone safe")]
    [InlineData("Any", "free phone safe")]
    [InlineData("Assigned", "phone safe")]
    [InlineData("Unassigned", "free")]
    public void Lists_those_that_are_asked_for(string? status, string names) => Assert.Equal(
        names.Split(' ').Select(MfaGivens.SerialOf),
        Call(new() { AssignmentStatus = status }).VirtualMFADevices.Select(device => device.SerialNumber));

    [Fact]
    public void Shows_whose_they_are_and_neither_seed_nor_picture()
    {
        var devices = Call(new()).VirtualMFADevices;

        Assert.Null(devices[0].User);
        Assert.Equal(("Alice", "arn:aws:iam::111122223333:user/staff/Alice"), (devices[1].User!.UserName, devices[1].User!.Arn));
        Assert.Equal((AccountFixture.Id, "arn:aws:iam::111122223333:root"), (devices[2].User!.UserId, devices[2].User!.Arn));
        Assert.All(devices, device => Assert.True(device is { Base32StringSeed: null, QRCodePNG: null, Tags: null }));
    }

    [Fact]
    public void Pages_survive_what_changes_in_between()
    {
        var first = Call(new() { MaxItems = 1 });
        account.AddDevice("aaa");

        Assert.Equal([MfaGivens.SerialOf("phone")], Call(new() { MaxItems = 1, Marker = first.Marker }).VirtualMFADevices.Select(device => device.SerialNumber));
    }

    private ListVirtualMFADevicesResponse Call(ListVirtualMFADevicesRequest request) =>
        account.Read<ListVirtualMFADevices, ListVirtualMFADevicesRequest, ListVirtualMFADevicesResponse>(request);
}

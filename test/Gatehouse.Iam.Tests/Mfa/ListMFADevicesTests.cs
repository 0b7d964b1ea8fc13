using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Mfa;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Mfa;

public sealed class ListMFADevicesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_a_user_s_own_devices_of_every_kind_page_by_page()
    {
        var alice = account.AddUser("Alice");
        account.AddDevice("c", alice.Id);
        account.AddDevice("b", alice.Id, MfaDeviceKind.SecurityKey);
        account.AddDevice("a", account.AddUser("Bob").Id);
        account.AddDevice("free");

        var first = Call(new() { UserName = "alice", MaxItems = 1 });
        var second = Call(new() { UserName = "alice", MaxItems = 1, Marker = first.Marker });

        Assert.Equal([("Alice", MfaGivens.SerialOf("b"))], first.MFADevices.Select(device => (device.UserName, device.SerialNumber)));
        Assert.Equal([MfaGivens.SerialOf("c")], second.MFADevices.Select(device => device.SerialNumber));
        Assert.Equal(account.Clock.GetUtcNow(), second.MFADevices[0].EnableDate);
        Assert.Equal((true, false), (first.IsTruncated, second.IsTruncated));
    }

    [Fact]
    public void Shows_the_caller_s_own_when_no_name_is_given()
    {
        account.AddDevice("phone", account.AddUser("Alice").Id);
        account.AddDevice("safe", Accounts.Account.RootOwner);

        Assert.Equal([("root", MfaGivens.SerialOf("safe"))], Call(new()).MFADevices.Select(device => (device.UserName, device.SerialNumber)));
        account.ActAs("Alice");
        Assert.Equal([MfaGivens.SerialOf("phone")], Call(new()).MFADevices.Select(device => device.SerialNumber));
        account.ActAsRole();
        account.RefusesValue("Must specify userName when calling with non-User credentials", () => Call(new()));
    }

    [Fact]
    public void Is_checked_on_root_where_root_is_meant() => Assert.Equal(
        ["iam:ListMFADevices arn:aws:iam::111122223333:root"],
        account.Needs<ListMFADevices, ListMFADevicesRequest>("iam:ListMFADevices", new()).Lines());

    private ListMFADevicesResponse Call(ListMFADevicesRequest request) => account.Read<ListMFADevices, ListMFADevicesRequest, ListMFADevicesResponse>(request);
}

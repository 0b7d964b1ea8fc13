using System.Collections.Immutable;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Mfa;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Mfa;

public sealed class GetMFADeviceTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_a_security_key_and_what_it_is_certified_for_AU_617()
    {
        var key = account.AddDevice("u2f", account.AddUser("Alice").Id, MfaDeviceKind.SecurityKey);
        account.Put(key with
        {
            Passkey = new()
            {
                CredentialId = "AQID",
                PublicKey = "pQECAyYgASFY",
                SignCount = 3,
                Transports = ["usb"],
                Certifications = ImmutableSortedDictionary.CreateRange([KeyValuePair.Create("FIDO", "L1")]),
            },
        });

        var shown = Call(new() { SerialNumber = key.SerialNumber });

        Assert.Equal(("Alice", key.SerialNumber, account.Clock.GetUtcNow()), (shown.UserName, shown.SerialNumber, shown.EnableDate));
        Assert.Equal([KeyValuePair.Create("FIDO", "L1")], shown.Certifications!);

        // What verifies its assertions comes back from the disk as it went.
        var read = account.Reload().MfaDevices.Find(key.SerialNumber)!.Passkey!;
        Assert.Equal(("AQID", "pQECAyYgASFY", 3u, "usb", "L1"), (read.CredentialId, read.PublicKey, read.SignCount, read.Transports.Single(), read.Certifications!["FIDO"]));
    }

    [Fact]
    public void Knows_no_device_of_another()
    {
        account.AddUser("Alice");
        account.AddDevice("phone", account.AddUser("Bob").Id);

        account.RefusesMissing("MFA Device invalid for user.", () => Call(new() { SerialNumber = MfaGivens.SerialOf("phone"), UserName = "Alice" }));
        account.RefusesMissing(
            "VirtualMFADevice with serial number arn:aws:iam::111122223333:mfa/none doesn't exist.",
            () => Call(new() { SerialNumber = MfaGivens.SerialOf("none") }));
    }

    [Fact]
    public void Is_checked_on_the_user_that_has_it()
    {
        account.AddDevice("phone", account.AddUser("Bob").Id);
        account.AddDevice("safe", Accounts.Account.RootOwner);
        account.AddUser("Alice");
        account.ActAs("Alice");

        Assert.Equal(["iam:GetMFADevice arn:aws:iam::111122223333:user/Bob"], Lines("phone"));
        Assert.Equal(["iam:GetMFADevice arn:aws:iam::111122223333:root"], Lines("safe"));
        Assert.Equal(["iam:GetMFADevice arn:aws:iam::111122223333:user/Alice"], Lines("none"));
    }

    private IEnumerable<string> Lines(string name) =>
        account.Needs<GetMFADevice, GetMFADeviceRequest>("iam:GetMFADevice", new() { SerialNumber = MfaGivens.SerialOf(name) }).Lines();

    private GetMFADeviceResponse Call(GetMFADeviceRequest request) => account.Read<GetMFADevice, GetMFADeviceRequest, GetMFADeviceResponse>(request);
}

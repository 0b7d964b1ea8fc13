using System.Text;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Mfa;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Mfa;

public sealed class CreateVirtualMFADeviceTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_the_seed_once_as_text_and_as_a_picture()
    {
        // AU-601
        var device = Call(new() { VirtualMFADeviceName = "phone", Path = "/staff/" }).VirtualMFADevice;

        Assert.Equal("arn:aws:iam::111122223333:mfa/staff/phone", device.SerialNumber);
        Assert.Matches("^[A-Z2-7]{64}$", Encoding.ASCII.GetString(device.Base32StringSeed!));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], device.QRCodePNG!.Take(4));
        Assert.Null(device.User);
        Assert.Null(device.EnableDate);
    }

    [Fact]
    public void The_picture_says_what_authenticators_read() => Assert.Equal(
        "otpauth://totp/my%20phone%2B1@111122223333?secret=AAAA&issuer=Gatehouse",
        Encoding.ASCII.GetString(Enrolment.Address("my phone+1", "111122223333", "AAAA"u8)));

    [Fact]
    public void The_seed_that_is_shown_is_the_one_whose_codes_count()
    {
        var user = account.AddUser("Alice");
        var device = Call(new() { VirtualMFADeviceName = "phone" }).VirtualMFADevice;
        var seed = MfaGivens.FromBase32(device.Base32StringSeed!);

        account.Write<EnableMFADevice, EnableMFADeviceRequest, EnableMFADeviceResponse>(new()
        {
            UserName = "Alice",
            SerialNumber = device.SerialNumber,
            AuthenticationCode1 = account.Code(-1, seed),
            AuthenticationCode2 = account.Code(0, seed),
        });

        Assert.Equal(user.Id, account.Account.MfaDevices.Find(device.SerialNumber)!.Holder);
    }

    [Fact]
    public void Nothing_on_disk_holds_the_seed()
    {
        // AU-215
        var device = Call(new() { VirtualMFADeviceName = "phone" }).VirtualMFADevice;
        var seed = MfaGivens.FromBase32(device.Base32StringSeed!);

        var text = string.Concat(account.Stored().Rows.Select(row => Encoding.UTF8.GetString(row.Value.Span)));

        Assert.Contains("phone", text, StringComparison.Ordinal);
        foreach (var clear in (string[])[Encoding.ASCII.GetString(device.Base32StringSeed!), Convert.ToBase64String(seed), Convert.ToHexString(seed), Convert.ToHexStringLower(seed)])
        {
            Assert.DoesNotContain(clear, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Two_devices_have_seeds_of_their_own() => Assert.NotEqual(
        Call(new() { VirtualMFADeviceName = "one" }).VirtualMFADevice.Base32StringSeed,
        Call(new() { VirtualMFADeviceName = "two" }).VirtualMFADevice.Base32StringSeed);

    [Fact]
    public void Refuses_a_name_that_is_taken_in_any_case()
    {
        account.AddDevice("phone");

        account.RefusesTaken("MFADevice entity at the same path and name already exists.", () => Call(new() { VirtualMFADeviceName = "PHONE" }));
    }

    [Fact]
    public void Refuses_a_name_that_is_too_long()
    {
        Call(new() { VirtualMFADeviceName = new('a', 226) });

        var name = new string('b', 227);
        account.RefusesValue(
            $"1 validation error detected: Value '{name}' at 'virtualMFADeviceName' failed to satisfy constraint: Member must have length less than or equal to 226",
            () => Call(new() { VirtualMFADeviceName = name }));
    }

    [Fact]
    public void Keeps_tags_whose_keys_differ_in_case_PL_117()
    {
        Call(new() { VirtualMFADeviceName = "phone", Tags = [new() { Key = "team", Value = "red" }, new() { Key = "Team", Value = "blue" }] });

        Assert.Equal(["team", "Team"], account.Account.MfaDevices.Find(MfaGivens.SerialOf("phone"))!.Tags.Select(tag => tag.Key));
    }

    [Fact]
    public void Is_checked_on_the_device_with_the_tags_it_will_have()
    {
        var needs = account.Needs<CreateVirtualMFADevice, CreateVirtualMFADeviceRequest>(
            "iam:CreateVirtualMFADevice", new() { VirtualMFADeviceName = "phone", Tags = [new() { Key = "team", Value = "red" }] });

        Assert.Equal(["iam:CreateVirtualMFADevice arn:aws:iam::111122223333:mfa/phone"], needs.Lines());
        Assert.Equal("red", needs.Value("aws:RequestTag/team"));
    }

    [Fact]
    public void Is_granted_to_who_cannot_sign_in_without_a_device_AU_616()
    {
        var request = new CreateVirtualMFADeviceRequest { VirtualMFADeviceName = "phone" };
        Assert.Null(account.Needs<CreateVirtualMFADevice, CreateVirtualMFADeviceRequest>("iam:CreateVirtualMFADevice", request).ResourcePolicy);
        var alice = account.AddUser("Alice");
        account.EnrolAs(alice);

        Assert.Contains(alice.Id, account.Needs<CreateVirtualMFADevice, CreateVirtualMFADeviceRequest>("iam:CreateVirtualMFADevice", request).ResourcePolicy, StringComparison.Ordinal);
    }

    private CreateVirtualMFADeviceResponse Call(CreateVirtualMFADeviceRequest request) =>
        account.Write<CreateVirtualMFADevice, CreateVirtualMFADeviceRequest, CreateVirtualMFADeviceResponse>(request);
}

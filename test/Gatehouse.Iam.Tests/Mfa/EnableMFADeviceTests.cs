using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Mfa;
using Gatehouse.Testing;
using Gatehouse.Wire;

namespace Gatehouse.Iam.Tests.Mfa;

public sealed class EnableMFADeviceTests
{
    private const string Wrong = "Authentication code for device is not valid.";

    private readonly AccountFixture account = new();
    private readonly User alice;

    public EnableMFADeviceTests()
    {
        alice = account.AddUser("Alice");
        account.AddDevice("phone");
    }

    [Fact]
    public void Gives_a_device_to_who_shows_two_codes_that_follow_each_other_AU_603()
    {
        Call(account.Code(-1), account.Code());

        var device = Device();
        Assert.Equal((alice.Id, account.Clock.GetUtcNow(), 0), (device.Holder, device.Enabled, device.Drift));
        Assert.Equal(Totp.StepOf(account.Clock.GetUtcNow()), device.SpentStep);
    }

    [Theory]
    [InlineData(-10)]
    [InlineData(-3)]
    [InlineData(1)]
    [InlineData(10)]
    public void Keeps_how_far_its_clock_is_off_AU_603(int off)
    {
        Call(account.Code(off - 1), account.Code(off));

        Assert.Equal(off, Device().Drift);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    [InlineData(-2, 0)]
    [InlineData(10, 11)]
    [InlineData(-12, -11)]
    public void Refuses_codes_that_are_equal_reversed_apart_or_far_BI_201_BI_202(int first, int second) =>
        RefusesCodes(account.Code(first), account.Code(second));

    [Fact]
    public void Refuses_codes_of_another_device() => RefusesCodes(account.Code(-1, "another seed, 20 byte"u8), account.Code(0, "another seed, 20 byte"u8));

    [Fact]
    public void Refuses_codes_that_were_spent_before_AU_612()
    {
        Call(account.Code(-1), account.Code());
        account.Put(Device() with { Holder = null, Enabled = null });

        RefusesCodes(account.Code(-1), account.Code());
        RefusesCodes(account.Code(), account.Code(1));
        Call(account.Code(1), account.Code(2));
    }

    [Fact]
    public void Refuses_right_codes_too_while_somebody_guesses_AU_613()
    {
        for (var i = 0; i < 5; i++)
        {
            RefusesCodes("000000", "000000");
        }

        RefusesCodes(account.Code(-1), account.Code());
        account.Clock.Advance(TimeSpan.FromMinutes(5));
        Call(account.Code(-1), account.Code());
    }

    [Fact]
    public void Refuses_a_device_that_somebody_has()
    {
        account.AddDevice("other", alice.Id);

        account.RefusesTaken(
            "MFADevice with serial number arn:aws:iam::111122223333:mfa/other is already in use.",
            () => Call(account.Code(-1), account.Code(), serial: MfaGivens.SerialOf("other")));
    }

    [Fact]
    public void Refuses_the_ninth_device_BI_203_AU_600()
    {
        for (var i = 0; i < 8; i++)
        {
            account.AddDevice($"old{i}", alice.Id, i == 0 ? MfaDeviceKind.SecurityKey : MfaDeviceKind.Virtual);
        }

        account.RefusesMore("Cannot exceed quota for MFADevicesPerUser: 8", () => Call(account.Code(-1), account.Code()));
    }

    [Fact]
    public void Takes_a_hardware_token_whose_seed_was_brought_in_AU_600()
    {
        account.AddDevice("GAHT12345678", kind: MfaDeviceKind.Hardware);

        Call(account.Code(-1), account.Code(), serial: "GAHT12345678");

        Assert.Equal(alice.Id, account.Account.MfaDevices.Find("GAHT12345678")!.Holder);
    }

    [Fact]
    public void Gives_root_a_device_of_its_own()
    {
        Call(account.Code(-1), account.Code(), name: "root");

        Assert.Equal(Accounts.Account.RootOwner, Device().Holder);
    }

    [Fact]
    public void Understands_root_as_a_user_where_there_is_one_and_as_nobody_where_somebody_else_asks()
    {
        account.ActAs("Alice");
        account.RefusesMissing("The user with name root cannot be found.", () => Call(account.Code(-1), account.Code(), name: "root"));

        var user = account.AddUser("root");
        account.Caller = Gatehouse.Accounts.Caller.Root(account.Account, "AKIAROOTROOTROOTROOT", null);
        Call(account.Code(-1), account.Code(), name: "root");

        Assert.Equal(user.Id, Device().Holder);
    }

    [Fact]
    public void Knows_no_user_and_no_device_that_is_not_there()
    {
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call("000000", "000000", name: "Nobody"));
        account.RefusesMissing(
            "VirtualMFADevice with serial number arn:aws:iam::111122223333:mfa/none doesn't exist.",
            () => Call("000000", "000000", serial: MfaGivens.SerialOf("none")));
    }

    [Fact]
    public void Is_checked_on_the_user()
    {
        var needs = account.Needs<EnableMFADevice, EnableMFADeviceRequest>(
            "iam:EnableMFADevice",
            new() { UserName = "alice", SerialNumber = MfaGivens.SerialOf("phone"), AuthenticationCode1 = "000000", AuthenticationCode2 = "000000" });

        Assert.Equal(["iam:EnableMFADevice arn:aws:iam::111122223333:user/Alice"], needs.Lines());
    }

    [Fact]
    public void In_a_session_that_brings_a_device_in_it_is_the_user_s_own_and_the_first_AU_616()
    {
        account.AddUser("Bob");
        account.EnrolAs(alice);
        var needs = account.Needs<EnableMFADevice, EnableMFADeviceRequest>("iam:EnableMFADevice", Request("Alice"));
        Assert.Contains(alice.Id, needs.ResourcePolicy, StringComparison.Ordinal);
        Assert.Null(account.Needs<EnableMFADevice, EnableMFADeviceRequest>("iam:EnableMFADevice", Request("Bob")).ResourcePolicy);

        Assert.Equal("AccessDenied", Assert.Throws<CommonException>(() => Call(account.Code(-1), account.Code(), name: "Bob")).Code);
        Call(account.Code(-1), account.Code());
        account.AddDevice("second");
        account.Clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal("AccessDenied", Assert.Throws<CommonException>(() => Call(account.Code(-1), account.Code(), serial: MfaGivens.SerialOf("second"))).Code);

        account.ActAs("Alice");
        Assert.Null(account.Needs<EnableMFADevice, EnableMFADeviceRequest>("iam:EnableMFADevice", Request("Alice")).ResourcePolicy);
        Call(account.Code(-1), account.Code(), serial: MfaGivens.SerialOf("second"));
    }

    [Theory]
    [InlineData("Alice", "u2f/user/Alice/laptop-ABC")]
    [InlineData("root", "u2f/root-account/laptop-ABC")]
    public void Takes_a_passkey_that_a_page_has_verified_AU_600_AU_620(string name, string serial)
    {
        account.Passkey = new() { CredentialId = "AQID", PublicKey = "pQECAyYgASFY" };

        Call("000000", "000000", name, "arn:aws:iam::111122223333:" + serial);

        var device = account.Account.MfaDevices.Find("arn:aws:iam::111122223333:" + serial)!;
        Assert.Equal((MfaDeviceKind.SecurityKey, name == "root" ? Accounts.Account.RootOwner : alice.Id, account.Passkey), (device.Kind, device.Holder, device.Passkey));
        Assert.Equal((account.Clock.GetUtcNow(), account.Clock.GetUtcNow()), (device.Created, device.Enabled));
    }

    [Fact]
    public void Makes_no_passkey_of_what_comes_from_outside_AU_600() => account.RefusesMissing(
        "VirtualMFADevice with serial number arn:aws:iam::111122223333:u2f/user/Alice/laptop-ABC doesn't exist.",
        () => Call("000000", "000000", serial: "arn:aws:iam::111122223333:u2f/user/Alice/laptop-ABC"));

    [Theory]
    [InlineData("u2f/user/Bob/laptop-ABC")]
    [InlineData("u2f/root-account/laptop-ABC")]
    [InlineData("mfa/phone")]
    public void Names_passkeys_by_their_users(string serial)
    {
        account.Passkey = new() { CredentialId = "AQID", PublicKey = "pQECAyYgASFY" };

        account.RefusesMissing(
            $"VirtualMFADevice with serial number arn:aws:iam::111122223333:{serial} doesn't exist.",
            () => Call("000000", "000000", serial: "arn:aws:iam::111122223333:" + serial));
    }

    [Fact]
    public void Refuses_a_passkey_that_somebody_has_and_the_ninth_AU_600()
    {
        account.Passkey = new() { CredentialId = "AQID", PublicKey = "pQECAyYgASFY" };
        account.Put(account.AddDevice("old", account.AddUser("Bob").Id, MfaDeviceKind.SecurityKey) with { Passkey = account.Passkey });
        const string serial = "arn:aws:iam::111122223333:u2f/user/Alice/laptop-ABC";

        account.RefusesTaken($"MFADevice with serial number {serial} is already in use.", () => Call("000000", "000000", serial: serial));

        account.Passkey = account.Passkey with { CredentialId = "BAUG" };
        for (var i = 0; i < 8; i++)
        {
            account.AddDevice($"old{i}", alice.Id);
        }

        account.RefusesMore("Cannot exceed quota for MFADevicesPerUser: 8", () => Call("000000", "000000", serial: serial));
    }

    [Fact]
    public void Is_asked_twice_for_a_passkey_as_AWS_asks_before_and_after_it_is_made()
    {
        account.Passkey = new() { CredentialId = "AQID", PublicKey = "pQECAyYgASFY" };
        var needs = account.Needs<EnableMFADevice, EnableMFADeviceRequest>(
            "iam:EnableMFADevice",
            new() { UserName = "Alice", SerialNumber = "arn:aws:iam::111122223333:u2f/user/Alice/laptop-ABC", AuthenticationCode1 = "000000", AuthenticationCode2 = "000000" });

        Assert.Equal(Enumerable.Repeat("iam:EnableMFADevice arn:aws:iam::111122223333:user/Alice", 2), needs.Checks.Select(check => $"{check.Action} {check.Resource.Text}"));
        Assert.Equal("Activate", Assert.Single(needs.Keys, key => key.Key == "iam:RegisterSecurityKey").Value[0]);
        Assert.Equal("Create", Assert.Single(needs.Checks[1].Keys!, key => key.Key == "iam:RegisterSecurityKey").Value[0]);
    }

    private void RefusesCodes(string first, string second) =>
        account.Refuses<InvalidAuthenticationCodeException>(403, "InvalidAuthenticationCode", Wrong, () => Call(first, second));

    private static EnableMFADeviceRequest Request(string name) =>
        new() { UserName = name, SerialNumber = MfaGivens.SerialOf("phone"), AuthenticationCode1 = "000000", AuthenticationCode2 = "000000" };

    private MfaDevice Device() => account.Account.MfaDevices.Find(MfaGivens.SerialOf("phone"))!;

    private EnableMFADeviceResponse Call(string first, string second, string name = "Alice", string? serial = null) =>
        account.Write<EnableMFADevice, EnableMFADeviceRequest, EnableMFADeviceResponse>(new()
        {
            UserName = name,
            SerialNumber = serial ?? MfaGivens.SerialOf("phone"),
            AuthenticationCode1 = first,
            AuthenticationCode2 = second,
        });
}

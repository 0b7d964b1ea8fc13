using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Testing;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Tests.Sessions;

/// <summary>Devices and their codes in AssumeRole and GetSessionToken [AU-309, AU-317, AU-612, AU-614].</summary>
public sealed class SecondFactorTests
{
    private const string Serial = "arn:aws:iam::111122223333:mfa/ana";
    private const string WrongCode = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";
    private const string NotYours =
        "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.";

    private const string TrustsMfa =
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"},"NumericLessThan":{"aws:MultiFactorAuthAge":"60"}}}}""";

    private readonly StsFixture sts = new();

    public SecondFactorTests()
    {
        sts.Account.Change(draft =>
        {
            draft.Put(DeviceOf(Serial, "AIDAANAANAANAANAANAAN"));
            draft.Put(StsFixture.RoleOf("guarded", TrustsMfa));
        });
    }

    private static string Guarded => "arn:aws:iam::111122223333:role/guarded";

    private static ReadOnlySpan<byte> Seed => "12345678901234567890"u8;

    [Fact]
    public void A_code_opens_a_role_that_wants_one_and_nothing_else_does()
    {
        Assert.Equal("sts:AssumeRole", sts.Denial(StsFixture.Ask(Guarded)));

        Assert.Null(sts.Denial(StsFixture.Ask(Guarded, serialNumber: Serial, tokenCode: Code())));
    }

    [Fact]
    public void A_wrong_code_is_told_before_any_policy_is_asked()
    {
        Refuses(WrongCode, () => sts.Denial(StsFixture.Ask(Guarded, serialNumber: Serial, tokenCode: "000000")));
        Refuses(WrongCode, () => sts.Denial(StsFixture.Ask("arn:aws:iam::111122223333:role/none", serialNumber: Serial, tokenCode: "000000")));
    }

    [Fact]
    public void A_code_is_good_once_wherever_it_is_shown_BI_113()
    {
        sts.Assume(StsFixture.Ask(serialNumber: Serial, tokenCode: Code()));

        Refuses(WrongCode, () => sts.Assume(StsFixture.Ask(serialNumber: Serial, tokenCode: Code())));
        Refuses(WrongCode, () => sts.GetToken(new() { SerialNumber = Serial, TokenCode = Code() }));
        Refuses(WrongCode, () => sts.Denial(StsFixture.Ask(serialNumber: Serial, tokenCode: Code(-1))));
        sts.GetToken(new() { SerialNumber = Serial, TokenCode = Code(1) });
    }

    [Fact]
    public void A_call_that_fails_for_another_reason_spends_no_code_AU_309()
    {
        var before = sts.Account.Account;
        Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask(seconds: 43200, serialNumber: Serial, tokenCode: Code())));
        Assert.Same(before, sts.Account.Account);

        sts.Assume(StsFixture.Ask(serialNumber: Serial, tokenCode: Code()));
    }

    [Fact]
    public void Asking_policies_spends_no_code()
    {
        sts.Denial(StsFixture.Ask(Guarded, serialNumber: Serial, tokenCode: Code()));

        sts.Assume(StsFixture.Ask(Guarded, serialNumber: Serial, tokenCode: Code()));
    }

    [Fact]
    public void The_session_of_a_role_has_none_for_policies_though_the_trail_tells_of_it_AU_614()
    {
        var session = sts.Become(StsFixture.Ask(serialNumber: Serial, tokenCode: Code()));

        Assert.True(session.MfaPresent);
        Assert.True(sts.Account.Caller.Keys.TryGet("aws:MultiFactorAuthPresent", out var present));
        Assert.Equal("false", present[0]);
        Assert.Equal("sts:AssumeRole", sts.Denial(StsFixture.Ask(Guarded)));
    }

    [Fact]
    public void The_session_of_a_user_has_one_and_hands_it_to_the_roles_it_asks_for()
    {
        sts.ActAs(sts.GetToken(new() { SerialNumber = Serial, TokenCode = Code() }).Credentials!);

        Assert.True(sts.Account.Caller.Keys.TryGet("aws:MultiFactorAuthPresent", out var present));
        Assert.Equal("true", present[0]);
        Assert.Equal(sts.Call.Now, sts.Account.Caller.Session!.MfaTime);
    }

    [Fact]
    public void Lasting_keys_have_no_such_key_at_all_and_plain_sessions_say_false()
    {
        Assert.False(sts.Account.Caller.Keys.TryGet("aws:MultiFactorAuthPresent", out _));

        sts.ActAs(sts.GetToken(new()).Credentials!);
        Assert.True(sts.Account.Caller.Keys.TryGet("aws:MultiFactorAuthPresent", out var present));
        Assert.Equal("false", present[0]);

        // A session without may still show one with a call.
        Assert.Null(sts.Denial(StsFixture.Ask(Guarded, serialNumber: Serial, tokenCode: Code())));
    }

    [Fact]
    public void Devices_of_others_devices_of_nobody_and_security_keys_are_not_the_caller_s_BI_112()
    {
        sts.Account.Change(draft =>
        {
            draft.Put(DeviceOf("arn:aws:iam::111122223333:mfa/bo", "AIDABOBOBOBOBOBOBOBOB"));
            draft.Put(DeviceOf("arn:aws:iam::111122223333:mfa/root", Accounts.Account.RootOwner));
            draft.Put(DeviceOf("arn:aws:iam::111122223333:mfa/free", null));
            draft.Put(DeviceOf("arn:aws:iam::111122223333:u2f/user/ana/key", "AIDAANAANAANAANAANAAN") with { Kind = MfaDeviceKind.SecurityKey, Seed = null });
        });

        foreach (var serial in (string[])["arn:aws:iam::111122223333:mfa/bo", "arn:aws:iam::111122223333:mfa/root", "arn:aws:iam::111122223333:mfa/free",
            "arn:aws:iam::111122223333:u2f/user/ana/key", "arn:aws:iam::111122223333:mfa/none", "arn:aws:iam::444455556666:mfa/ana"])
        {
            Refuses(NotYours, () => sts.GetToken(new() { SerialNumber = serial, TokenCode = Code() }));
        }
    }

    [Fact]
    public void Role_sessions_have_no_device()
    {
        sts.Become(StsFixture.Ask());

        Refuses(NotYours, () => sts.Denial(StsFixture.Ask(serialNumber: Serial, tokenCode: Code())));
    }

    [Fact]
    public void Root_shows_its_own_device()
    {
        sts.Account.Change(draft => draft.Put(DeviceOf("arn:aws:iam::111122223333:mfa/root", Accounts.Account.RootOwner)));
        sts.ActAsRoot();

        var session = sts.ActAs(sts.GetToken(new() { SerialNumber = "arn:aws:iam::111122223333:mfa/root", TokenCode = Code() }).Credentials!);

        Assert.True(session.MfaPresent);
    }

    [Fact]
    public void A_device_that_is_guessed_at_takes_no_code_for_a_while_AU_613_BI_127()
    {
        for (var i = 0; i < 5; i++)
        {
            Refuses(WrongCode, () => sts.GetToken(new() { SerialNumber = Serial, TokenCode = "000000" }));
        }

        Refuses(WrongCode, () => sts.GetToken(new() { SerialNumber = Serial, TokenCode = Code() }));
        sts.Account.Clock.Advance(TimeSpan.FromMinutes(5));
        sts.GetToken(new() { SerialNumber = Serial, TokenCode = Code() });
    }

    [Fact]
    public void A_clock_that_runs_away_slowly_is_followed_so_far_and_no_further_AU_604()
    {
        for (var off = 1; off <= 20; off++)
        {
            sts.Account.Clock.Advance(TimeSpan.FromMinutes(1));
            sts.GetToken(new() { SerialNumber = Serial, TokenCode = Code(off) });
        }

        sts.Account.Clock.Advance(TimeSpan.FromMinutes(1));
        Refuses(WrongCode, () => sts.GetToken(new() { SerialNumber = Serial, TokenCode = Code(21) }));
    }

    private static void Refuses(string text, Func<object?> call)
    {
        var refusal = Assert.Throws<CommonException>(() => { call(); });
        Assert.Equal((403, "AccessDenied", text), (refusal.Status, refusal.Code, refusal.Message));
    }

    private MfaDevice DeviceOf(string serial, string? holder) => new()
    {
        SerialNumber = serial,
        Kind = MfaDeviceKind.Virtual,
        Created = sts.Account.Clock.GetUtcNow(),
        Seed = OneTimeCodes.Seal(sts.Account.Installation, AccountFixture.Id, serial, Seed),
        Holder = holder,
        Enabled = holder is null ? null : sts.Account.Clock.GetUtcNow(),
    };

    private string Code(int ahead = 0)
    {
        Span<char> code = stackalloc char[Totp.Digits];
        Totp.Write(Seed, Totp.StepOf(sts.Account.Clock.GetUtcNow()) + ahead, code);
        return code.ToString();
    }
}

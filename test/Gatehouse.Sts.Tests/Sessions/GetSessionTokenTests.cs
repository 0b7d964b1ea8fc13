using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Sts.Sessions;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Tests.Sessions;

public sealed class GetSessionTokenTests
{
    private readonly StsFixture sts = new();

    [Fact]
    public void Needs_no_permission_that_a_policy_could_refuse_PE_14() => Assert.False(GetSessionToken.NeedsPermission);

    [Fact]
    public void Gives_a_user_credentials_for_itself()
    {
        var given = sts.GetToken(new()).Credentials!;

        var session = sts.Open(given);
        Assert.StartsWith("ASIA", given.AccessKeyId, StringComparison.Ordinal);
        Assert.Equal(40, given.SecretAccessKey.Length);
        Assert.Equal(given.SecretAccessKey, sts.SecretOf(given));
        Assert.Equal(
            (SessionKind.SessionToken, "111122223333", "AIDAANAANAANAANAANAAN", "arn:aws:iam::111122223333:user/ana", false, false),
            (session.Kind, session.Account, session.PrincipalId, session.PrincipalArn, session.Chained, session.MfaPresent));
        Assert.Equal((session.Expires, sts.Call.Now), (given.Expiration, session.Issued));
    }

    [Theory]
    [InlineData(null, 43200)]
    [InlineData(900, 900)]
    [InlineData(129600, 129600)]
    public void Lasts_twelve_hours_unless_asked_otherwise_AU_301(int? asked, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), Lifetime(new() { DurationSeconds = asked }));

    [Theory]
    [InlineData(null, 3600)]
    [InlineData(900, 900)]
    [InlineData(129600, 3600)]
    public void Is_cut_to_an_hour_for_root_AU_301(int? asked, int seconds)
    {
        sts.ActAsRoot();

        Assert.Equal(TimeSpan.FromSeconds(seconds), Lifetime(new() { DurationSeconds = asked }));
    }

    [Fact]
    public void Refuses_session_credentials_BI_126_AU_303()
    {
        sts.Become(StsFixture.Ask());

        var refusal = Assert.Throws<CommonException>(() => sts.GetToken(new()));

        Assert.Equal((403, "AccessDenied", "Cannot call GetSessionToken with session credentials"), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:mfa/ana", null, "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code. ")]
    [InlineData(null, "123456", "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code. ")]
    [InlineData("arn:aws:iam::111122223333:mfa/ana", "123456", "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.")]
    public void Refuses_a_second_factor_that_is_nobody_s_AU_317(string? serial, string? code, string text)
    {
        var refusal = Assert.Throws<CommonException>(() => sts.GetToken(new() { SerialNumber = serial, TokenCode = code }));

        Assert.Equal((403, "AccessDenied", text), (refusal.Status, refusal.Code, refusal.Message));
    }

    private TimeSpan Lifetime(GetSessionTokenRequest request) => sts.GetToken(request).Credentials!.Expiration!.Value - sts.Call.Now;
}

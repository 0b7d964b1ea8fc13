using System.Buffers.Text;
using Gatehouse.Accounts.Logins;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Tests.Logins;

/// <summary>Rule AU-743: authorization codes.</summary>
public sealed class AuthorizationCodesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly AuthorizationCodes<LoginCode> codes = new();

    [Fact]
    public void A_code_has_256_bits_and_says_its_account()
    {
        var text = Issue("AIDA1");

        Assert.Equal("111122223333", RefreshToken.AccountOf(text));
        Assert.Equal(32, Base64Url.DecodeFromChars(text.AsSpan(13)).Length);
        Assert.NotEqual(text, Issue("AIDA1"));
    }

    [Fact]
    public void Of_all_who_use_a_code_one_does()
    {
        var code = codes.Find(Issue("AIDA1"))!;

        Assert.Equal((true, false, true), (code.TryTake(), code.TryTake(), code.IsTaken));
    }

    [Fact]
    public void A_used_code_is_known_as_long_as_its_grant_lasts_and_another_until_it_ends()
    {
        var (used, unused) = (Issue("AIDA1"), Issue("AIDA1"));
        codes.Find(used)!.TryTake();

        Issue("AIDA2", Now.AddMinutes(5));
        Assert.Equal((true, false), (codes.Find(used) is not null, codes.Find(unused) is not null));

        Issue("AIDA2", Now.AddHours(12));
        Assert.Null(codes.Find(used));
    }

    [Fact]
    public void Who_asks_for_many_loses_the_oldest_and_takes_nobody_else_s()
    {
        var (first, other) = (Issue("AIDA1"), Issue("AIDA2"));
        var all = Enumerable.Range(1, 50).Select(second => Issue("AIDA1", Now.AddSeconds(second))).ToList();

        Assert.Null(codes.Find(first));
        Assert.All(all, code => Assert.NotNull(codes.Find(code)));
        Assert.NotNull(codes.Find(other));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("111122223333")]
    [InlineData("11112222333x.abc")]
    [InlineData("1111222233334.abc")]
    public void What_says_no_account_says_none(string? text) => Assert.Null(RefreshToken.AccountOf(text));

    private string Issue(string principal, DateTimeOffset? now = null) => codes.TryIssue(
        new()
        {
            Grant = new()
            {
                ClientId = "c",
                AccessKeyId = "ASIA",
                Session = new()
                {
                    Kind = SessionKind.SignIn,
                    Account = "111122223333",
                    PrincipalId = principal,
                    PrincipalArn = "arn",
                    SessionId = "s",
                    Issued = Now,
                    Expires = Now.AddHours(12),
                },
            },
            RedirectUri = "r",
            Challenge = "h",
            Ends = (now ?? Now) + AuthorizationCode.Life,
        },
        now ?? Now)!;
}

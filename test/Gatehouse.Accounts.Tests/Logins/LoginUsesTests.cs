using System.Globalization;
using Gatehouse.Accounts.Logins;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Tests.Logins;

/// <summary>Rules AU-742 and AU-743: what is remembered of the uses of a grant.</summary>
public sealed class LoginUsesTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly LoginUses uses = new();
    private int proofs;

    [Fact]
    public void A_proof_counts_once_and_is_forgotten_when_it_is_too_old()
    {
        Assert.Equal(LoginUse.Fresh, uses.Begin(Grant("a"), 0, "p", Now.AddMinutes(5), Now));
        Assert.Equal(LoginUse.Replayed, uses.Begin(Grant("a"), 1, "p", Now.AddMinutes(5), Now.AddMinutes(4)));
        Assert.Equal(LoginUse.Fresh, uses.Begin(Grant("a"), 1, "p", Now.AddMinutes(9), Now.AddMinutes(5)));
    }

    [Fact]
    public void The_newest_token_can_be_used_again_for_half_a_minute_and_older_ones_never()
    {
        Assert.Equal(LoginUse.Fresh, Begin(1, Now));
        Assert.Equal(LoginUse.Fresh, Begin(1, Now.AddSeconds(30)));
        Assert.Equal(LoginUse.Spent, Begin(1, Now.AddSeconds(31)));
        Assert.Equal(LoginUse.Fresh, Begin(2, Now.AddSeconds(31)));
        Assert.Equal(LoginUse.Spent, Begin(1, Now.AddSeconds(31)));
    }

    [Fact]
    public void A_grant_has_room_for_so_many_proofs_and_another_has_its_own()
    {
        Assert.All(Enumerable.Range(1, 64), number => Assert.Equal(LoginUse.Fresh, Begin(number, Now)));
        Assert.Equal(LoginUse.TooMany, Begin(65, Now));
        Assert.Equal(LoginUse.Fresh, uses.Begin(Grant("b"), 0, "p", Now.AddMinutes(5), Now));
        Assert.Equal(LoginUse.Fresh, Begin(65, Now.AddMinutes(5)));
    }

    [Fact]
    public void A_clock_that_goes_back_reopens_nothing() // AU-1, T-39
    {
        Assert.Equal(LoginUse.Fresh, uses.Begin(Grant("a"), 0, "p", Now.AddMinutes(5), Now));
        Assert.Equal(LoginUse.Fresh, Begin(1, Now.AddHours(1)));

        Assert.Equal(LoginUse.Replayed, uses.Begin(Grant("a"), 2, "p", Now.AddMinutes(5), Now.AddMinutes(1)));
        Assert.Equal(LoginUse.Spent, Begin(1, Now.AddMinutes(5)));
        Assert.Equal(LoginUse.Fresh, Begin(2, Now.AddMinutes(5)));
    }

    private LoginUse Begin(int number, DateTimeOffset now) =>
        uses.Begin(Grant("a"), number, Interlocked.Increment(ref proofs).ToString(CultureInfo.InvariantCulture), now.AddMinutes(5), now);

    private static LoginGrant Grant(string id) => new()
    {
        ClientId = "c",
        AccessKeyId = "ASIA",
        Session = new()
        {
            Kind = SessionKind.SignIn,
            Account = "111122223333",
            PrincipalId = "AIDA",
            PrincipalArn = "arn",
            SessionId = id,
            Issued = Now,
            Expires = Now.AddHours(12),
        },
    };
}

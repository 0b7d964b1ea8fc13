using Gatehouse.SignIn.Passkeys;
using Gatehouse.Testing;

namespace Gatehouse.SignIn.Tests.Passkeys;

/// <summary>Rule AU-620: a challenge is random, good once, for five minutes, in one session, for one purpose.</summary>
public sealed class PasskeyChallengesTests
{
    private readonly TestClock clock = new(new(2026, 11, 28, 0, 0, 0, TimeSpan.Zero));
    private readonly PasskeyChallenges challenges;

    public PasskeyChallengesTests() => challenges = new(clock);

    [Fact]
    public void A_challenge_has_32_bytes_and_is_good_once()
    {
        var challenge = challenges.Issue(PasskeyPurpose.SignIn, "session");

        Assert.Equal(32, challenge.Length);
        Assert.NotEqual(challenge, challenges.Issue(PasskeyPurpose.SignIn, "another"));
        Assert.True(challenges.TryTake(PasskeyPurpose.SignIn, "session", out var taken));
        Assert.Equal(challenge, taken);
        Assert.False(challenges.TryTake(PasskeyPurpose.SignIn, "session", out _));
    }

    [Fact]
    public void A_challenge_is_good_for_five_minutes()
    {
        challenges.Issue(PasskeyPurpose.SignIn, "in time");
        challenges.Issue(PasskeyPurpose.SignIn, "late");

        clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        Assert.True(challenges.TryTake(PasskeyPurpose.SignIn, "in time", out _));
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(challenges.TryTake(PasskeyPurpose.SignIn, "late", out _));
    }

    [Fact]
    public void A_challenge_is_of_one_session_and_one_purpose()
    {
        challenges.Issue(PasskeyPurpose.SignIn, "session");

        Assert.False(challenges.TryTake(PasskeyPurpose.SignIn, "another", out _));
        Assert.False(challenges.TryTake(PasskeyPurpose.Registration, "session", out _));
        Assert.True(challenges.TryTake(PasskeyPurpose.SignIn, "session", out _));
    }

    [Fact]
    public void A_newer_challenge_takes_the_place_of_the_older()
    {
        challenges.Issue(PasskeyPurpose.Registration, "session");
        var newer = challenges.Issue(PasskeyPurpose.Registration, "session");

        Assert.True(challenges.TryTake(PasskeyPurpose.Registration, "session", out var taken));
        Assert.Equal(newer, taken);
        Assert.False(challenges.TryTake(PasskeyPurpose.Registration, "session", out _));
    }
}

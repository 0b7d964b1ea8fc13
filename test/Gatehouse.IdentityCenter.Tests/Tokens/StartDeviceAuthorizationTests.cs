using System.Text.RegularExpressions;
using Gatehouse.Contracts.SsoOidc;

namespace Gatehouse.IdentityCenter.Tests.Tokens;

public sealed partial class StartDeviceAuthorizationTests : TokenGivens
{
    [Fact]
    public void People_get_a_short_code_without_vowels_and_ten_minutes() // [AU-850]
    {
        var started = Start(Register());

        Assert.Matches(UserCode(), started.UserCode);
        Assert.Equal((600, 1), (started.ExpiresIn, started.Interval));
        Assert.Equal("http://localhost:4566/device", started.VerificationUri);
        Assert.Equal($"http://localhost:4566/device?user_code={started.UserCode}", started.VerificationUriComplete);
    }

    [Theory] // [AU-853]
    [InlineData("https://d-0123456789.awsapps.com/start")]
    [InlineData("https://d-0123456789.awsapps.com/start/")]
    [InlineData("https://d-0123456789.awsapps.com/start/#/")]
    [InlineData("http://localhost:4566/start/d-0123456789")]
    [InlineData("http://127.0.0.1:4566/start/d-0123456789/")]
    public void An_instance_is_known_by_its_alias_and_by_its_own_address(string startUrl) => Assert.NotNull(Start(Register(), startUrl).DeviceCode);

    [Theory]
    [InlineData("https://d-9999999999.awsapps.com/start")]
    [InlineData("https://d-0123456789.awsapps.com:8443/start")]
    [InlineData("https://d-0123456789.awsapps.com/other")]
    [InlineData("http://d-0123456789.awsapps.com/start")]
    [InlineData("https://d-0123456789.awsapps.com.example.com/start")]
    [InlineData("https://example.com/start/d-0123456789")]
    [InlineData("http://localhost:4567/start/d-0123456789")]
    [InlineData("https://d-0123456789.awsapps.com/start?x=1")]
    [InlineData("https://a@d-0123456789.awsapps.com/start")]
    [InlineData("d-0123456789")]
    public void Other_addresses_are_none(string startUrl) => Refused<InvalidRequestException>(400, "invalid_request", () => Start(Register(), startUrl));

    [Fact]
    public void A_wrong_secret_is_refused() // [BI-222]
    {
        var client = Register();

        Refused<InvalidClientException>(401, "invalid_client", () => Start(client, secret: "secret"));
        Refused<InvalidClientException>(401, "invalid_client", () => Start(client, secret: Register().ClientSecret));
    }

    [Fact]
    public void A_program_that_was_registered_for_codes_gets_none() => Refused<UnauthorizedClientException>(400, "unauthorized_client", () => Start(RegisterForCodes()));

    [Fact]
    public void One_address_cannot_fill_the_memory()
    {
        var client = Register();
        for (var i = 0; i < 500; i++)
        {
            Start(client);
        }

        Refused<SlowDownException>(400, "slow_down", () => Start(client));
        Center.Account.Clock.Advance(TimeSpan.FromMinutes(20));
        Assert.NotNull(Start(client).UserCode);
    }

    [Fact]
    public void What_has_ended_counts_no_more_and_what_still_waits_does() // [AU-850]
    {
        var client = Register();
        var first = Enumerable.Range(0, 300).Select(_ => Start(client)).ToList();
        Center.Account.Clock.Advance(TimeSpan.FromMinutes(15));
        for (var i = 0; i < 200; i++)
        {
            Start(client);
        }

        Refused<SlowDownException>(400, "slow_down", () => Start(client));

        // The first three hundred go, the two hundred stay; a second round of expiry must not count the first again.
        Center.Account.Clock.Advance(TimeSpan.FromMinutes(5));
        for (var i = 0; i < 300; i++)
        {
            Start(client);
        }

        Refused<SlowDownException>(400, "slow_down", () => Start(client));
        var devices = Center.Account.Installation.Devices;
        Assert.All(first, gone => Assert.Null(devices.Find(gone.DeviceCode!)));
        Assert.All(first, gone => Assert.Null(devices.FindByUserCode(gone.UserCode, Center.Account.Clock.GetUtcNow())));
    }

    [Fact]
    public void What_a_program_has_heard_makes_room_for_another() // [AU-851]
    {
        var client = Register();
        var started = Enumerable.Range(0, 500).Select(_ => Start(client)).ToList();
        Refused<SlowDownException>(400, "slow_down", () => Start(client));
        var (devices, now) = (Center.Account.Installation.Devices, Center.Account.Clock.GetUtcNow());
        var wish = devices.Find(started[0].DeviceCode!)!;
        Assert.True(devices.FindByUserCode(started[0].UserCode!.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal), now)!.TryDecide(null, now));

        Assert.Equal(Accounts.IdentityCenter.DeviceState.Denied, wish.Ask(now, out _));

        Assert.NotNull(Start(client).UserCode);
        Refused<SlowDownException>(400, "slow_down", () => Start(client));
    }

    [GeneratedRegex("^[BCDFGHJKLMNPQRSTVWXZ]{4}-[BCDFGHJKLMNPQRSTVWXZ]{4}$")]
    private static partial Regex UserCode();
}

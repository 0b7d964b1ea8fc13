using System.Collections;
using System.Net;
using Gatehouse.Server.Sessions;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>Guessing is slowed down, and slows down who guesses, not whom it is about [AU-705].</summary>
public sealed class ThrottleTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    [Fact]
    public async Task After_five_wrong_ones_each_further_waits_and_the_owner_s_own_browser_does_not()
    {
        await fixture.NewUserAsync("hana");
        using var own = await fixture.SignInAsync("hana");
        await own.SubmitAsync("/console/signout");

        for (var i = 0; i < 5; i++)
        {
            using var stranger = await fixture.SignInAsync("hana", "wrong");
            Assert.Equal(HttpStatusCode.OK, stranger.Status);
        }

        using var waiting = await fixture.SignInAsync("hana");
        Assert.Equal((HttpStatusCode.TooManyRequests, "Too many attempts"), (waiting.Status, waiting.Heading));
        Assert.Equal(TimeSpan.FromSeconds(1), waiting.Headers.RetryAfter!.Delta);
        await own.SubmitAsync("/signin", ("account", ServerFixture.Account), ("userName", "hana"), ("password", SignInFixture.Password));
        Assert.Equal("/console", own.At.AbsolutePath);

        fixture.Server.Clock.Advance(TimeSpan.FromSeconds(1));
        using var patient = await fixture.SignInAsync("hana");
        Assert.Equal("/console", patient.At.AbsolutePath);
    }

    [Fact]
    public async Task Strangers_who_guess_do_not_keep_a_user_from_changing_the_password() // [AU-703] [AU-705]
    {
        await fixture.NewUserAsync("greta", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:ChangePassword","Resource":"*"}}""", reset: true);
        using var own = await fixture.SignInAsync("greta");
        for (var i = 0; i < 5; i++)
        {
            using var stranger = await fixture.SignInAsync("greta", "wrong");
        }

        await own.SubmitAsync("/signin/password", ("oldPassword", SignInFixture.Password), ("newPassword", "Another horse 2C"), ("newPasswordAgain", "Another horse 2C"));
        Assert.Equal("/console", own.At.AbsolutePath);

        await own.OpenAsync("/console/security");
        await own.SubmitAsync("/console/security/password", ("oldPassword", "Another horse 2C"), ("newPassword", "Third horse 3D"), ("newPasswordAgain", "Third horse 3D"));
        Assert.Null(own.Wrong);

        // Who guesses there is slowed down there.
        for (var i = 0; i < 5; i++)
        {
            await own.SubmitAsync("/console/security/password", ("oldPassword", "wrong"), ("newPassword", "Fourth horse 4E"), ("newPasswordAgain", "Fourth horse 4E"));
        }

        await own.SubmitAsync("/console/security/password", ("oldPassword", "Third horse 3D"), ("newPassword", "Fourth horse 4E"), ("newPasswordAgain", "Fourth horse 4E"));
        Assert.Equal("Rate exceeded", own.Wrong);
    }

    [Fact]
    public async Task A_name_that_nobody_has_is_slowed_down_like_any_other()
    {
        for (var i = 0; i < 5; i++)
        {
            using var stranger = await fixture.SignInAsync("nobody-at-all", "wrong");
            Assert.Equal(HttpStatusCode.OK, stranger.Status);
        }

        using var waiting = await fixture.SignInAsync("nobody-at-all");
        Assert.Equal(HttpStatusCode.TooManyRequests, waiting.Status);
    }

    [Fact]
    public async Task An_administrator_sees_who_waits_and_lets_them_go()
    {
        await fixture.NewUserAsync("ines");
        for (var i = 0; i < 5; i++)
        {
            using var stranger = await fixture.SignInAsync("ines", "wrong");
        }

        Assert.Contains("   5 wrong  last 2026-", await CommandAsync("list"), StringComparison.Ordinal);
        Assert.Contains("arn:aws:iam::111122223333:user/ines", await CommandAsync("list"), StringComparison.Ordinal);
        Assert.StartsWith("Cleared ", await CommandAsync("clear"), StringComparison.Ordinal);

        Assert.DoesNotContain("ines", await CommandAsync("list"), StringComparison.Ordinal);
        using var browser = await fixture.SignInAsync("ines");
        Assert.Equal("/console", browser.At.AbsolutePath);
    }

    private async Task<string> CommandAsync(string command)
    {
        using var output = new StringWriter();
        var environment = new Hashtable
        {
            ["AWS_ENDPOINT_URL"] = fixture.Server.Endpoint.ToString(),
            ["AWS_ACCESS_KEY_ID"] = ServerFixture.Root.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = "rootsecretrootsecretrootsecretrootsecret",
        };
        var code = await SignInsCommand.Build(environment, fixture.Server.Clock).Parse([command]).InvokeAsync(new() { Output = output }, TestContext.Current.CancellationToken);
        Assert.Equal(0, code);
        return output.ToString();
    }
}

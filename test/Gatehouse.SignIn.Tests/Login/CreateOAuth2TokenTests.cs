using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Logins;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Signin;
using Gatehouse.Contracts.Signin.Shapes;
using Gatehouse.Testing;

namespace Gatehouse.SignIn.Tests.Login;

/// <summary>Rules AU-742 to AU-744: codes and refresh tokens become credentials.</summary>
public sealed class CreateOAuth2TokenTests : LoginGivens
{
    [Fact]
    public void A_code_becomes_credentials_of_a_quarter_of_an_hour() // [AU-742]
    {
        var output = Exchange(Code());

        Assert.Equal(("aws_sigv4", 900), (output.TokenType, output.ExpiresIn));
        Assert.InRange(output.RefreshToken.Length, 1, RefreshToken.MaxLength);
        var session = Open(output);
        Assert.Equal((SessionKind.SignIn, "AIDAALICEALICEALICE1", Fixture.Clock.GetUtcNow().AddMinutes(15)), (session.Kind, session.PrincipalId, session.Expires));
        Assert.Equal("arn:aws:iam::111122223333:user/alice", Identified[0].Arn.Text);
    }

    [Fact]
    public void Who_signed_in_is_told_in_a_token_that_the_account_signs_and_only_at_first() // [AU-742]
    {
        var output = Exchange(Code());
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(output.IdToken!.Split('.')[1])).RootElement;

        Assert.Equal("arn:aws:iam::111122223333:user/alice", claims.GetProperty("sub").GetString());
        Assert.Equal(Client, claims.GetProperty("aud").GetString());
        Assert.Equal("http://localhost:4566/issuer/111122223333", claims.GetProperty("iss").GetString());
        Assert.False(Fixture.Account.TokenIssuer!.Enabled);
        Assert.Null(RefreshWith(output).IdToken);
    }

    [Fact]
    public void A_second_factor_and_the_moment_of_the_sign_in_are_told_of_all_credentials() // [AU-742, AU-340]
    {
        var began = Fixture.Clock.GetUtcNow();
        var first = Exchange(Code(session => session with { MfaTime = began }));
        Fixture.Clock.Advance(TimeSpan.FromMinutes(10));

        var session = Open(RefreshWith(first));

        Assert.Equal((began, began), (session.MfaTime, session.Issued));
    }

    [Fact]
    public void A_wrong_code_verifier_is_refused() => // [BI-216, AU-744]
        Refused(400, "ValidationException", "INVALID_REQUEST", () => Exchange(Code(), change: input => input with { CodeVerifier = new string('x', 43) }));

    [Theory]
    [InlineData("arn:aws:signin:::devtools/cross-device", Redirect)]
    [InlineData(Client, "http://127.0.0.1:40124/oauth/callback")]
    public void A_code_is_bound_to_its_client_and_its_redirect_address(string client, string redirect) => // [AU-743]
        Refused(400, "ValidationException", "INVALID_REQUEST", () => Exchange(Code(), change: input => input with { ClientId = client, RedirectUri = redirect }));

    [Fact]
    public void A_code_used_twice_ends_what_was_made_from_it() // [BI-217, AU-743]
    {
        var code = Code();
        var output = Exchange(code);

        Refused(401, "AccessDeniedException", "AUTHCODE_EXPIRED", () => Exchange(code));

        Refused(403, "AccessDeniedException", "USER_CREDENTIALS_CHANGED", () => RefreshWith(output));
        Assert.Null(SessionCallers.Find(Fixture.Account, output.AccessToken.AccessKeyId, Open(output)));
    }

    [Fact]
    public void Who_has_a_code_but_not_its_secret_ends_nothing() // [AU-743]
    {
        var code = Code();
        var output = Exchange(code);

        Refused(400, "ValidationException", "INVALID_REQUEST", () => Exchange(code, change: input => input with { CodeVerifier = new string('x', 43) }));

        Assert.NotNull(RefreshWith(output));
    }

    [Fact]
    public void A_code_is_good_for_five_minutes() // [AU-743, AU-744]
    {
        var code = Code();
        Fixture.Clock.Advance(TimeSpan.FromMinutes(5));

        Refused(401, "AccessDeniedException", "AUTHCODE_EXPIRED", () => Exchange(code));
        Refused(401, "AccessDeniedException", "AUTHCODE_EXPIRED", () => Exchange("111122223333.nothing"));
    }

    [Fact]
    public void Another_key_refreshes_nothing() // [BI-218, AU-743]
    {
        var output = Exchange(Code());
        using var other = new ProofKey();

        Refused(400, "ValidationException", "INVALID_REQUEST", () => RefreshWith(output, other.Prove(Url, Fixture.Clock.GetUtcNow())));
    }

    [Fact]
    public void A_proof_is_good_once() // [BI-219, AU-742]
    {
        var proof = Key.Prove(Url, Fixture.Clock.GetUtcNow());
        var output = Exchange(Code(), proof);

        Refused(400, "ValidationException", "INVALID_REQUEST", () => RefreshWith(output, proof));
        Assert.NotNull(RefreshWith(output));
    }

    [Fact]
    public void Two_programs_that_race_both_get_credentials_and_one_that_comes_late_does_not() // [AU-743]
    {
        var output = Exchange(Code());
        Fixture.Clock.Advance(TimeSpan.FromMinutes(10));

        var one = RefreshWith(output);
        Fixture.Clock.Advance(TimeSpan.FromSeconds(30));
        var other = RefreshWith(output);
        Fixture.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotEqual(one.AccessToken.AccessKeyId, other.AccessToken.AccessKeyId);
        Refused(401, "AccessDeniedException", "TOKEN_EXPIRED", () => RefreshWith(output));
        Assert.NotNull(RefreshWith(other));
        Refused(401, "AccessDeniedException", "TOKEN_EXPIRED", () => RefreshWith(output));
    }

    [Fact]
    public void Refreshing_ends_with_the_sign_in() // [AU-743]
    {
        var output = Exchange(Code());
        Fixture.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromMinutes(1));
        output = RefreshWith(output);

        Assert.Equal(60, output.ExpiresIn);
        Fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        Refused(401, "AccessDeniedException", "TOKEN_EXPIRED", () => RefreshWith(output));
    }

    [Fact]
    public void What_is_no_refresh_token_of_ours_is_refused() // [AU-744]
    {
        var output = Exchange(Code());
        var changed = output.RefreshToken[..^2] + (output.RefreshToken[^2] == 'A' ? "B" : "A") + output.RefreshToken[^1];

        Refused(401, "AccessDeniedException", "TOKEN_EXPIRED", () => RefreshWith(output with { RefreshToken = changed }));
        Refused(401, "AccessDeniedException", "TOKEN_EXPIRED", () => RefreshWith(output with { RefreshToken = "999988887777" + output.RefreshToken[12..] }));
        Refused(401, "AccessDeniedException", "TOKEN_EXPIRED", () => RefreshWith(output with { RefreshToken = "x" }));
    }

    [Theory]
    [InlineData("authorization_code", "code")]
    [InlineData("authorization_code", "refresh")]
    [InlineData("refresh_token", "refresh")]
    [InlineData("refresh_token", "code")]
    public void What_belongs_to_a_grant_type_must_be_there_and_nothing_else(string type, string wrong) // [AU-742]
    {
        var code = type == "authorization_code";
        var input = new CreateOAuth2TokenRequestBody
        {
            ClientId = Client,
            GrantType = type,
            Code = code != (wrong == "code") ? Code() : null,
            CodeVerifier = code ? Verifier : null,
            RedirectUri = code ? Redirect : null,
            RefreshToken = code == (wrong == "refresh") ? "x" : null,
        };

        Refused(400, "ValidationException", "INVALID_REQUEST", () => Ask(input, null));
    }

    [Fact]
    public void A_session_that_says_too_much_to_be_carried_is_refused_and_not_cut() // [AU-742]
    {
        var tags = Enumerable.Range(0, 40).Select(number => new SessionTag($"key{number}", Convert.ToHexString(RandomNumberGenerator.GetBytes(100)), Transitive: false));

        Refused(400, "ValidationException", "INVALID_REQUEST", () => Exchange(Code(session => session with { Tags = [.. tags] })));
    }
}

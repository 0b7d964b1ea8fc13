using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Logins;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Signin;
using Gatehouse.Contracts.Signin.Shapes;
using Gatehouse.PolicyEngine;
using Gatehouse.SignIn.Login;
using Gatehouse.Testing;
using Gatehouse.Wire;

namespace Gatehouse.SignIn.Tests.Login;

/// <summary>Rules AU-742 to AU-744.</summary>
public sealed class CreateOAuth2TokenTests : IDisposable
{
    private const string Url = "http://localhost:4566/v1/token";
    private const string Client = "arn:aws:signin:::devtools/same-device";
    private const string Redirect = "http://127.0.0.1:40123/oauth/callback";
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private const string Local = "arn:aws:iam::aws:policy/SignInLocalDevelopmentAccess";

    private readonly AccountFixture fixture = new();
    private readonly ProofKey key = new();
    private readonly List<Caller> identified = [];

    public CreateOAuth2TokenTests() => fixture.Change(draft =>
    {
        draft.Put(new User { Id = "AIDAALICEALICEALICE1", Name = "alice", Path = "/", Created = draft.Now, AttachedPolicies = [Local] });
        draft.Put(new LoginProfile { UserId = "AIDAALICEALICEALICE1", Created = draft.Now, Changed = draft.Now });
    });

    public void Dispose() => key.Dispose();

    [Fact]
    public void A_code_becomes_credentials_of_a_quarter_of_an_hour() // [AU-742]
    {
        var output = Exchange(Code());

        Assert.Equal(("aws_sigv4", 900), (output.TokenType, output.ExpiresIn));
        Assert.InRange(output.RefreshToken.Length, 1, RefreshToken.MaxLength);
        var session = Open(output);
        Assert.Equal((SessionKind.SignIn, "AIDAALICEALICEALICE1", fixture.Clock.GetUtcNow().AddMinutes(15)), (session.Kind, session.PrincipalId, session.Expires));
        Assert.Equal("arn:aws:iam::111122223333:user/alice", identified[0].Arn.Text);
    }

    [Fact]
    public void Who_signed_in_is_told_in_a_token_that_the_account_signs_and_only_at_first() // [AU-742]
    {
        var output = Exchange(Code());
        var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(output.IdToken!.Split('.')[1])).RootElement;

        Assert.Equal("arn:aws:iam::111122223333:user/alice", claims.GetProperty("sub").GetString());
        Assert.Equal(Client, claims.GetProperty("aud").GetString());
        Assert.Equal("http://localhost:4566/issuer/111122223333", claims.GetProperty("iss").GetString());
        Assert.False(fixture.Account.TokenIssuer!.Enabled);
        Assert.Null(RefreshWith(output).IdToken);
    }

    [Fact]
    public void A_second_factor_and_the_moment_of_the_sign_in_are_told_of_all_credentials() // [AU-742, AU-340]
    {
        var began = fixture.Clock.GetUtcNow();
        var first = Exchange(Code(session => session with { MfaTime = began }));
        fixture.Clock.Advance(TimeSpan.FromMinutes(10));

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
        Assert.Null(SessionCallers.Find(fixture.Account, output.AccessToken.AccessKeyId, Open(output)));
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
        fixture.Clock.Advance(TimeSpan.FromMinutes(5));

        Refused(401, "AccessDeniedException", "AUTHCODE_EXPIRED", () => Exchange(code));
        Refused(401, "AccessDeniedException", "AUTHCODE_EXPIRED", () => Exchange("111122223333.nothing"));
    }

    [Fact]
    public void Another_key_refreshes_nothing() // [BI-218, AU-743]
    {
        var output = Exchange(Code());
        using var other = new ProofKey();

        Refused(400, "ValidationException", "INVALID_REQUEST", () => RefreshWith(output, other.Prove(Url, fixture.Clock.GetUtcNow())));
    }

    [Fact]
    public void A_proof_is_good_once() // [BI-219, AU-742]
    {
        var proof = key.Prove(Url, fixture.Clock.GetUtcNow());
        var output = Exchange(Code(), proof);

        Refused(400, "ValidationException", "INVALID_REQUEST", () => RefreshWith(output, proof));
        Assert.NotNull(RefreshWith(output));
    }

    [Fact]
    public void Two_programs_that_race_both_get_credentials_and_one_that_comes_late_does_not() // [AU-743]
    {
        var output = Exchange(Code());
        fixture.Clock.Advance(TimeSpan.FromMinutes(10));

        var one = RefreshWith(output);
        fixture.Clock.Advance(TimeSpan.FromSeconds(30));
        var other = RefreshWith(output);
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.NotEqual(one.AccessToken.AccessKeyId, other.AccessToken.AccessKeyId);
        Refused(401, "AccessDeniedException", "TOKEN_EXPIRED", () => RefreshWith(output));
        Assert.NotNull(RefreshWith(other));
        Refused(401, "AccessDeniedException", "TOKEN_EXPIRED", () => RefreshWith(output));
    }

    [Fact]
    public void Refreshing_ends_with_the_sign_in() // [AU-743]
    {
        var output = Exchange(Code());
        fixture.Clock.Advance(TimeSpan.FromHours(12) - TimeSpan.FromMinutes(1));
        output = RefreshWith(output);

        Assert.Equal(60, output.ExpiresIn);
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
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

    [Fact]
    public void Another_password_ends_the_login() // [AU-743]
    {
        var output = Exchange(Code());
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        fixture.Change(draft => draft.Put(draft.Account.LoginProfiles.Find("AIDAALICEALICEALICE1")! with { Changed = draft.Now }));

        Refused(403, "AccessDeniedException", "USER_CREDENTIALS_CHANGED", () => RefreshWith(output));
    }

    [Fact]
    public void A_second_factor_that_is_taken_away_ends_the_login() // [AU-743]
    {
        var serial = "arn:aws:iam::111122223333:mfa/alice";
        fixture.Change(draft => draft.Put(Device(serial) with { Holder = "AIDAALICEALICEALICE1" }));
        var output = Exchange(Code(device: serial));
        Assert.NotNull(output = RefreshWith(output));

        fixture.Change(draft => draft.Put(Device(serial)));

        Refused(403, "AccessDeniedException", "USER_CREDENTIALS_CHANGED", () => RefreshWith(output));
    }

    [Fact]
    public void A_user_who_is_deleted_and_made_anew_is_another() // [AU-743]
    {
        var output = Exchange(Code());
        fixture.Change(draft =>
        {
            draft.Remove(draft.Account.Users.Find("alice")!);
            draft.Put(new User { Id = "AIDAALICEALICEALICE2", Name = "alice", Path = "/", Created = draft.Now, AttachedPolicies = [Local] });
        });

        Refused(403, "AccessDeniedException", "USER_CREDENTIALS_CHANGED", () => RefreshWith(output));
    }

    [Fact]
    public void A_browser_session_that_is_ended_ends_the_login() // [AU-743]
    {
        var output = Exchange(Code());
        fixture.Change(draft => LoginEnding.End(draft, Console()));

        Refused(403, "AccessDeniedException", "USER_CREDENTIALS_CHANGED", () => RefreshWith(output));
    }

    [Fact]
    public void All_sessions_before_a_moment_take_logins_with_them() // [AU-743, AU-340]
    {
        var output = Exchange(Code());
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        fixture.Change(draft => draft.Put(new Revocation
        {
            Principal = "AIDAALICEALICEALICE1",
            Before = draft.Now,
            Expires = draft.Now.AddDays(1),
            Created = draft.Now,
            By = "root",
        }));

        Refused(403, "AccessDeniedException", "USER_CREDENTIALS_CHANGED", () => RefreshWith(output));
        Assert.NotNull(Exchange(Code()));
    }

    [Fact]
    public void A_login_is_one_session_that_lives_as_long_as_it_can_be_refreshed() // [AU-340]
    {
        var output = Exchange(Code());
        fixture.Clock.Advance(TimeSpan.FromMinutes(14));
        output = RefreshWith(output);
        var session = Open(output);
        fixture.Clock.Advance(TimeSpan.FromHours(1));

        var live = Assert.Single(fixture.Installation.Accounts.Loaded(AccountFixture.Id)!.Activity.Sessions.At(fixture.Clock.GetUtcNow()));
        Assert.Equal((session.SessionId, output.AccessToken.AccessKeyId), (live.Id, live.AccessKeyId));
    }

    [Theory]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"signin:CreateOAuth2Token","Resource":"arn:aws:signin:*:*:oauth2/public-client/remote"}}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"signin:*","Resource":"*"},{"Effect":"Deny","Action":"signin:CreateOAuth2Token","Resource":"*","Condition":{"StringEquals":{"signin:OAuthGrantType":"authorization_code"}}}]}""")]
    public void Who_may_not_gets_nothing(string policy) // [AU-741, AU-744]
    {
        fixture.Change(draft => draft.Put(draft.Account.Users.Find("alice")! with { AttachedPolicies = [], InlinePolicies = [new("p", policy)] }));

        var refusal = Refused(403, "AccessDeniedException", "INSUFFICIENT_PERMISSIONS", () => Exchange(Code()));

        Assert.StartsWith(
            "User: arn:aws:iam::111122223333:user/alice is not authorized to perform: signin:CreateOAuth2Token on resource: arn:aws:signin:us-east-1:111122223333:oauth2/public-client/localhost",
            refusal.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Permission_is_asked_again_at_every_refresh() // [AU-741]
    {
        var output = Exchange(Code());
        fixture.Change(draft => draft.Put(draft.Account.Users.Find("alice")! with { AttachedPolicies = [] }));

        Refused(403, "AccessDeniedException", "INSUFFICIENT_PERMISSIONS", () => RefreshWith(output));
    }

    [Fact]
    public void A_policy_can_ask_for_a_fresh_second_factor() // [AU-741]
    {
        const string policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"signin:*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"},"NumericLessThan":{"aws:MultiFactorAuthAge":"3600"}}}}""";
        fixture.Change(draft => draft.Put(draft.Account.Users.Find("alice")! with { AttachedPolicies = [], InlinePolicies = [new("p", policy)] }));
        Refused(403, "AccessDeniedException", "INSUFFICIENT_PERMISSIONS", () => Exchange(Code()));

        var output = Exchange(Code(session => session with { MfaTime = session.Issued }));
        fixture.Clock.Advance(TimeSpan.FromMinutes(59));
        output = RefreshWith(output);
        fixture.Clock.Advance(TimeSpan.FromMinutes(1));
        Refused(403, "AccessDeniedException", "INSUFFICIENT_PERMISSIONS", () => RefreshWith(output));
    }

    [Fact]
    public void Root_needs_no_policy() // [AU-741]
    {
        fixture.Change(draft => draft.Put(new LoginProfile { Created = draft.Now, Changed = draft.Now }));

        var output = Exchange(Code(session => session with { PrincipalId = AccountFixture.Id, PrincipalArn = "arn:aws:iam::111122223333:root" }));

        Assert.Equal(AccountFixture.Id, Open(output).PrincipalId);
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

    private SessionContents Console() => new()
    {
        Kind = SessionKind.SignIn,
        Account = AccountFixture.Id,
        PrincipalId = "AIDAALICEALICEALICE1",
        PrincipalArn = "arn:aws:iam::111122223333:user/alice",
        SessionId = new string('b', 32),
        Issued = fixture.Clock.GetUtcNow(),
        Expires = fixture.Clock.GetUtcNow().AddHours(12),
    };

    private string Code(Func<SessionContents, SessionContents>? change = null, string? device = null)
    {
        var session = Console() with { SessionId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), ParentSessionId = new string('b', 32) };
        session = change?.Invoke(session) ?? session;
        var owner = session.PrincipalId == AccountFixture.Id ? Account.RootOwner : session.PrincipalId;
        return fixture.Installation.LoginCodes.TryIssue(
            new()
            {
                Grant = new()
                {
                    ClientId = Client,
                    Session = session,
                    AccessKeyId = "ASIACONSOLECONSOLE11",
                    PasswordOf = fixture.Account.LoginProfiles.Find(owner)!.Changed,
                    Device = device,
                },
                RedirectUri = Redirect,
                Challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
                Ends = fixture.Clock.GetUtcNow() + LoginCodes.Life,
            },
            fixture.Clock.GetUtcNow())!;
    }

    private Answer Exchange(string code, string? proof = null, Func<Input, Input>? change = null)
    {
        var input = new Input(Client, Redirect, Verifier);
        input = change?.Invoke(input) ?? input;
        return Ask(
            new() { ClientId = input.ClientId, GrantType = "authorization_code", Code = code, CodeVerifier = input.CodeVerifier, RedirectUri = input.RedirectUri },
            proof);
    }

    private Answer RefreshWith(Answer before, string? proof = null) =>
        Ask(new() { ClientId = Client, GrantType = "refresh_token", RefreshToken = before.RefreshToken }, proof);

    private Answer Ask(CreateOAuth2TokenRequestBody input, string? proof)
    {
        var call = fixture.Call with
        {
            Caller = Caller.Anonymous,
            Account = Caller.Anonymous.Account,
            Network = new NoNetwork(),
            Possession = new(proof ?? key.Prove(Url, fixture.Clock.GetUtcNow()), "POST", Url),
            Identified = identified.Add,
        };
        var output = fixture.Reach<CreateOAuth2Token, CreateOAuth2TokenRequest, CreateOAuth2TokenResponse>(new() { TokenInput = input }, call).TokenOutput!;
        return new(output.AccessToken!, output.TokenType!, output.ExpiresIn!.Value, output.RefreshToken!, output.IdToken);
    }

    private SessionContents Open(Answer answer) =>
        fixture.Installation.Sessions.TryOpen(answer.AccessToken.SessionToken!, answer.AccessToken.AccessKeyId!, out var contents, out _) ? contents : throw new InvalidOperationException("The token does not open.");

    private static ApiException Refused(int status, string type, string error, Func<object> act)
    {
        var refusal = Assert.ThrowsAny<ApiException>(act);
        var told = refusal switch
        {
            ValidationException invalid => invalid.Error,
            AccessDeniedException denied => denied.Error,
            _ => null,
        };
        Assert.Equal((status, type, error), (refusal.StatusOfCase ?? refusal.Status, refusal.Name, told));
        return refusal;
    }

    private static MfaDevice Device(string serial) => new() { SerialNumber = serial, Created = default, Kind = MfaDeviceKind.Virtual };

    private sealed class NoNetwork : IContextSource
    {
        public IEnumerable<KeyValuePair<string, ContextValues>> All => [];

        public bool TryFind(string name, out ContextValues values)
        {
            values = default;
            return false;
        }
    }

    private sealed record Input(string ClientId, string RedirectUri, string CodeVerifier);

    private sealed record Answer(AccessToken AccessToken, string TokenType, int ExpiresIn, string RefreshToken, string? IdToken);
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
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

/// <summary>What the tests of tokens share: somebody who signed in, a program, and its key.</summary>
public abstract class LoginGivens : IDisposable
{
    private protected const string Url = "http://localhost:4566/v1/token";
    private protected const string Client = "arn:aws:signin:::devtools/same-device";
    private protected const string Redirect = "http://127.0.0.1:40123/oauth/callback";
    private protected const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private protected const string Local = "arn:aws:iam::aws:policy/SignInLocalDevelopmentAccess";

    private protected AccountFixture Fixture { get; } = new();
    private protected ProofKey Key { get; } = new();
    private protected List<Caller> Identified { get; } = [];

    protected LoginGivens() => Fixture.Change(draft =>
    {
        draft.Put(new User { Id = "AIDAALICEALICEALICE1", Name = "alice", Path = "/", Created = draft.Now, AttachedPolicies = [Local] });
        draft.Put(new LoginProfile { UserId = "AIDAALICEALICEALICE1", Created = draft.Now, Changed = draft.Now });
    });

    public void Dispose()
    {
        Key.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected SessionContents Console() => new()
    {
        Kind = SessionKind.SignIn,
        Account = AccountFixture.Id,
        PrincipalId = "AIDAALICEALICEALICE1",
        PrincipalArn = "arn:aws:iam::111122223333:user/alice",
        SessionId = new string('b', 32),
        Issued = Fixture.Clock.GetUtcNow(),
        Expires = Fixture.Clock.GetUtcNow().AddHours(12),
    };

    private protected string Code(Func<SessionContents, SessionContents>? change = null, string? device = null)
    {
        var session = Console() with { SessionId = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), ParentSessionId = new string('b', 32) };
        session = change?.Invoke(session) ?? session;
        var owner = session.PrincipalId == AccountFixture.Id ? Account.RootOwner : session.PrincipalId;
        return Fixture.Installation.LoginCodes.TryIssue(
            new()
            {
                Grant = new()
                {
                    ClientId = Client,
                    Session = session,
                    AccessKeyId = "ASIACONSOLECONSOLE11",
                    PasswordOf = Fixture.Account.LoginProfiles.Find(owner)!.Changed,
                    Device = device,
                },
                RedirectUri = Redirect,
                Challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
                Ends = Fixture.Clock.GetUtcNow() + AuthorizationCode.Life,
            },
            Fixture.Clock.GetUtcNow())!;
    }

    private protected Answer Exchange(string code, string? proof = null, Func<Input, Input>? change = null)
    {
        var input = new Input(Client, Redirect, Verifier);
        input = change?.Invoke(input) ?? input;
        return Ask(
            new() { ClientId = input.ClientId, GrantType = "authorization_code", Code = code, CodeVerifier = input.CodeVerifier, RedirectUri = input.RedirectUri },
            proof);
    }

    private protected Answer RefreshWith(Answer before, string? proof = null) =>
        Ask(new() { ClientId = Client, GrantType = "refresh_token", RefreshToken = before.RefreshToken }, proof);

    private protected Answer Ask(CreateOAuth2TokenRequestBody input, string? proof)
    {
        var call = Fixture.Call with
        {
            Caller = Caller.Anonymous,
            Account = Caller.Anonymous.Account,
            Network = new NoNetwork(),
            Possession = new(proof ?? Key.Prove(Url, Fixture.Clock.GetUtcNow()), "POST", Url),
            Identified = Identified.Add,
        };
        var output = Fixture.Reach<CreateOAuth2Token, CreateOAuth2TokenRequest, CreateOAuth2TokenResponse>(new() { TokenInput = input }, call).TokenOutput!;
        return new(output.AccessToken!, output.TokenType!, output.ExpiresIn!.Value, output.RefreshToken!, output.IdToken);
    }

    private protected SessionContents Open(Answer answer) =>
        Fixture.Installation.Sessions.TryOpen(answer.AccessToken.SessionToken!, answer.AccessToken.AccessKeyId!, out var contents, out _) ? contents : throw new InvalidOperationException("The token does not open.");

    private protected static ApiException Refused(int status, string type, string error, Func<object> act)
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

    private protected static MfaDevice Device(string serial) => new() { SerialNumber = serial, Created = default, Kind = MfaDeviceKind.Virtual };

    private sealed class NoNetwork : IContextSource
    {
        public IEnumerable<KeyValuePair<string, ContextValues>> All => [];

        public bool TryFind(string name, out ContextValues values)
        {
            values = default;
            return false;
        }
    }

    internal sealed record Input(string ClientId, string RedirectUri, string CodeVerifier);

    internal sealed record Answer(AccessToken AccessToken, string TokenType, int ExpiresIn, string RefreshToken, string? IdToken);
}

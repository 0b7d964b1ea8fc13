using System.Security.Cryptography;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Issuing;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.Contracts.SsoOidc;
using Gatehouse.Federation;
using Gatehouse.IdentityCenter.Tests.Applications;
using Gatehouse.IdentityCenter.Tokens;
using Gatehouse.Sts.Tests.Federation;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Tests.Tokens;

/// <summary>An application <c>notebooks</c> to which <c>ana</c> is assigned, and an issuer whose tokens it exchanges for those who have its address in their <c>email</c>.</summary>
internal sealed class ApplicationTokenGivens
{
    internal const string Bearer = GrantType.Urn_ietf_params_oauth_grant_type_jwt_bearer;
    internal const string TokenExchange = GrantType.Urn_ietf_params_oauth_grant_type_token_exchange;
    internal const string Subject = "urn:ietf:params:oauth:token-type:access_token";

    // Keys are slow to make; they hold nothing that a test could change.
    private static readonly RSA Rsa = RSA.Create(2048);
    private static readonly ECDsa Curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);

    internal ApplicationTokenGivens()
    {
        Center = new((vault, clock) => new IdentityProofs(FederationRules.None, vault, new PublicAddress(), clock, Issuer));
        Center.Account.Change(draft => draft.Put(new TokenIssuer { Keys = [KeyOf(draft, TokenSigning.Rs256, Rsa), KeyOf(draft, TokenSigning.Es384, Curve)] }));
        UserId = Center.AddUser("ana", """{"Emails":[{"Value":"ana@example.com","Primary":true}]}""").Id;
        IssuerArn = Center.CreateIssuer(TestIssuer.DefaultUrl);
        Application = Make("notebooks");
        Center.Assign(Application, UserId);
    }

    internal TestIssuer Issuer { get; } = new();

    internal CenterFixture Center { get; }

    internal string Application { get; }

    /// <summary>The id of ana.</summary>
    internal string UserId { get; }

    /// <summary>Ana, as she stands.</summary>
    internal IdentityUser User => Center.Account.Account.IdentityUsers.FindById(UserId)!;

    internal string IssuerArn { get; }

    internal DateTimeOffset Now => Center.Account.Clock.GetUtcNow();

    /// <summary>Makes an application that has every grant.</summary>
    internal string Make(string name)
    {
        var arn = Center.CreateApplication(name);
        Center.PutPolicy(arn);
        Center.PutGrant(arn, Bearer, new() { JwtBearer = new() { AuthorizedTokenIssuers = [new() { TrustedTokenIssuerArn = IssuerArn, AuthorizedAudiences = ["notebooks"] }] } });
        Center.PutGrant(arn, TokenExchange, new() { TokenExchange = new() });
        Center.PutGrant(arn, GrantType.Refresh_token, new() { RefreshToken = new() });
        Center.PutGrant(arn, GrantType.Authorization_code, new() { AuthorizationCode = new() { RedirectUris = ["https://notebooks.example.com/cb"] } });
        return arn;
    }

    /// <summary>Changes an application by hand.</summary>
    internal void Change(Func<IdentityApplication, IdentityApplication> change, string? arn = null) => Center.Account.Change(
        draft => draft.Put(change(draft.Account.IdentityApplications.Find((arn ?? Application)[^20..])!)));

    /// <summary>A token of the issuer about ana: good unless a test changes something.</summary>
    internal string Assertion(Action<System.Text.Json.Nodes.JsonObject>? claims = null, Action<System.Text.Json.Nodes.JsonObject>? header = null, Func<byte[], byte[]>? sign = null) => Issuer.Token(
        Now,
        body =>
        {
            body["aud"] = "notebooks";
            body["email"] = "Ana@example.com";
            claims?.Invoke(body);
        },
        header,
        sign);

    internal CreateTokenWithIAMResponse Call(CreateTokenWithIAMRequest request) =>
        Center.Account.Reach<CreateTokenWithIAM, CreateTokenWithIAMRequest, CreateTokenWithIAMResponse>(request);

    /// <summary>Exchanges a token of the issuer.</summary>
    internal CreateTokenWithIAMResponse Exchange(string? assertion = null, string? application = null, params string[] scopes) => Call(new()
    {
        ClientId = application ?? Application,
        GrantType = Bearer,
        Assertion = assertion ?? Assertion(),
        Scope = scopes.Length == 0 ? null : scopes,
    });

    internal CreateTokenWithIAMResponse Refresh(string? token, string? application = null) =>
        Call(new() { ClientId = application ?? Application, GrantType = GrantType.Refresh_token, RefreshToken = token });

    internal CreateTokenWithIAMResponse OfToken(string? token, string application) =>
        Call(new() { ClientId = application, GrantType = TokenExchange, SubjectToken = token, SubjectTokenType = Subject });

    /// <summary>The OAuth error that something is refused with, and its status.</summary>
    internal static string Refusal(Action act) => Assert.ThrowsAny<ApiException>(act) switch
    {
        InvalidGrantException refusal => $"{refusal.Status} {refusal.Error}",
        InvalidRequestException refusal => $"{refusal.Status} {refusal.Error}",
        InvalidClientException refusal => $"{refusal.Status} {refusal.Error}",
        InvalidScopeException refusal => $"{refusal.Status} {refusal.Error}",
        UnauthorizedClientException refusal => $"{refusal.Status} {refusal.Error}",
        UnsupportedGrantTypeException refusal => $"{refusal.Status} {refusal.Error}",
        AccessDeniedException refusal => $"{refusal.Status} {refusal.Error}",
        var other => other.ToString(),
    };

    private static TokenSigningKey KeyOf(Draft draft, string algorithm, AsymmetricAlgorithm pair)
    {
        var box = draft.Call.Installation.Secrets.Seal(SecretKind.TokenSigningKey, draft.Account.Id, algorithm, 1, pair.ExportPkcs8PrivateKey());
        return new(algorithm, algorithm, draft.Now, Convert.ToBase64String(pair.ExportSubjectPublicKeyInfo()), box);
    }
}

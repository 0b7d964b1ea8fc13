using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.SsoOidc;
using Gatehouse.IdentityCenter.Applications;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Tokens;

/// <summary>Makes grants of an application out of others' tokens: a trusted issuer's, or those that another application has.</summary>
/// <param name="reach">The request.</param>
/// <param name="owner">The account that owns the instance.</param>
/// <param name="application">The application.</param>
/// <param name="applicationArn">Its ARN.</param>
internal sealed class Exchange(Reach reach, Account owner, IdentityApplication application, string applicationArn)
{
    private Call Call => reach.Call;

    /// <summary>The grant that a token of a trusted issuer is exchanged for.</summary>
    /// <exception cref="Wire.ApiException">It is not.</exception>
    internal async ValueTask<PortalGrant> OfAssertionAsync(CreateTokenWithIAMRequest request, CancellationToken cancel)
    {
        var assertion = request.Assertion ?? throw OidcRefusals.Invalid("The grant type jwt-bearer needs assertion.");
        var proofs = Call.Installation.Proofs ?? throw OidcRefusals.Grant("This installation takes nobody at an identity provider's word.");
        var (issuer, audiences) = FindIssuer(proofs.ClaimedIssuer(assertion)) ?? throw OidcRefusals.Grant("The assertion was not issued by a trusted token issuer of the application.");
        var scopes = application.ScopesOf(request.Scope) ?? throw OidcRefusals.Scope();
        ProvenToken proven;
        try
        {
            proven = await proofs.CheckIssuedAsync(issuer, audiences, assertion, cancel);
        }
        catch (ProofException refusal)
        {
            throw OidcRefusals.Grant(refusal.Message);
        }

        var user = proven.Find(issuer.ClaimPath) is { Length: > 0 } value && StoreLookup.Find(owner, issuer.AttributePath, value) is { Disabled: false } one
            ? one
            : throw OidcRefusals.Grant($"The claim {issuer.ClaimPath} names no user of the identity store.");
        var session = new PortalSession
        {
            Account = owner.Id,
            StoreId = owner.IdentityCenter!.IdentityStoreId,
            UserId = user.Id,
            Id = NewId(),
            Began = Call.Now,
            Ends = Call.Now + PortalSession.Life,
        };
        session.Remember(Call.Installation, Call.Now);
        return NewGrant(session, scopes);
    }

    /// <summary>The grant that another application's access token is exchanged for.</summary>
    /// <exception cref="Wire.ApiException">It is not.</exception>
    internal PortalGrant OfToken(CreateTokenWithIAMRequest request)
    {
        if (request is not { SubjectToken: { } text, SubjectTokenType: IamGrantTypes.AccessToken })
        {
            throw OidcRefusals.Invalid($"The grant type token-exchange needs subjectToken, and subjectTokenType {IamGrantTypes.AccessToken}.");
        }

        if (request.RequestedTokenType is not (null or IamGrantTypes.AccessToken or IamGrantTypes.RefreshToken))
        {
            throw OidcRefusals.Invalid("requestedTokenType is neither that of access tokens nor that of refresh tokens.");
        }

        // A token of another account, of a program that is no application, or of the application itself is no subject here.
        if (!PortalToken.TryRead(Call.Installation.Sessions.Messages, MessagePurpose.PortalAccess, text, out var token) || token.Expires <= Call.Now
            || token.Grant.Client == applicationArn || owner.FindApplication(token.Grant.Client) is not { Disabled: false } from
            || token.Grant.Session.FindUser(owner, token.Grant.Id, Call.Now) is null)
        {
            throw OidcRefusals.Grant("Invalid subject token provided");
        }

        return IsTargetOf(from, token.Grant)
            ? NewGrant(token.Grant.Session, application.ScopesOf(request.Scope) ?? throw OidcRefusals.Scope())
            : throw OidcRefusals.Grant("The subject token has no scope whose authorized targets name the application.");
    }

    private static string NewId(Call call) => call.Installation.Ids.NewUuid().Replace("-", "", StringComparison.Ordinal);

    private string NewId() => NewId(Call);

    private PortalGrant NewGrant(PortalSession session, ImmutableArray<string> scopes) => new() { Id = NewId(), Session = session, Client = applicationArn, Scopes = scopes };

    private (TrustedTokenIssuer Issuer, ImmutableArray<string> Audiences)? FindIssuer(string? claimed)
    {
        foreach (var authorized in application.GrantOf(IamGrantTypes.JwtBearer)?.Issuers ?? [])
        {
            if (claimed is not null && owner.TrustedTokenIssuers.Find(authorized.IssuerId) is { } issuer && issuer.IssuerUrl.TrimEnd('/') == claimed.TrimEnd('/'))
            {
                return (issuer, authorized.Audiences);
            }
        }

        return null;
    }

    private bool IsTargetOf(IdentityApplication from, PortalGrant grant) => from.Scopes.Any(scope =>
        grant.Scopes.Contains(scope.Scope) && (scope.Targets.Contains(applicationArn) || scope.Targets.Contains(owner.IdentityCenter!.Arn.Text)));
}

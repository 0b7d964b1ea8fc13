using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.TokenIssuers;

/// <summary>Changes what an issuer is called, and how its tokens name people. Its URL stays.</summary>
internal sealed class UpdateTrustedTokenIssuer : IWrite<UpdateTrustedTokenIssuerRequest, UpdateTrustedTokenIssuerResponse>
{
    public static Arn Target(UpdateTrustedTokenIssuerRequest request, Call call) => new(request.TrustedTokenIssuerArn);

    public static void Require(UpdateTrustedTokenIssuerRequest request, Call call, Requirements needs) => TokenIssuerStanding.RequireKeys(request.TrustedTokenIssuerArn, call, needs);

    public static UpdateTrustedTokenIssuerResponse Handle(UpdateTrustedTokenIssuerRequest request, Draft draft)
    {
        var issuer = draft.Account.RequireTokenIssuer(request.TrustedTokenIssuerArn);
        var given = request.TrustedTokenIssuerConfiguration?.OidcJwtConfiguration;
        draft.Put(issuer with
        {
            Name = request.Name ?? issuer.Name,
            ClaimPath = given?.ClaimAttributePath ?? issuer.ClaimPath,
            AttributePath = given?.IdentityStoreAttributePath is { } path ? IssuerRules.AttributePath(path) : issuer.AttributePath,
        });
        return new();
    }
}

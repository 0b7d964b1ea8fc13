using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.TokenIssuers;

/// <summary>Shows an issuer whose tokens applications may exchange.</summary>
internal sealed class DescribeTrustedTokenIssuer : IRead<DescribeTrustedTokenIssuerRequest, DescribeTrustedTokenIssuerResponse>
{
    public static Arn Target(DescribeTrustedTokenIssuerRequest request, Call call) => new(request.TrustedTokenIssuerArn);

    public static void Require(DescribeTrustedTokenIssuerRequest request, Call call, Requirements needs) => TokenIssuerStanding.RequireKeys(request.TrustedTokenIssuerArn, call, needs);

    public static DescribeTrustedTokenIssuerResponse Handle(DescribeTrustedTokenIssuerRequest request, Call call)
    {
        var issuer = call.Account.RequireTokenIssuer(request.TrustedTokenIssuerArn);
        return new()
        {
            TrustedTokenIssuerArn = request.TrustedTokenIssuerArn,
            Name = issuer.Name,
            TrustedTokenIssuerType = TrustedTokenIssuerType.OIDC_JWT,
            TrustedTokenIssuerConfiguration = new()
            {
                OidcJwtConfiguration = new()
                {
                    IssuerUrl = issuer.IssuerUrl,
                    ClaimAttributePath = issuer.ClaimPath,
                    IdentityStoreAttributePath = issuer.AttributePath,
                    JwksRetrievalOption = JwksRetrievalOption.OPEN_ID_DISCOVERY,
                },
            },
        };
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.TokenIssuers;

/// <summary>Takes an issuer away. Applications that exchanged its tokens no longer do.</summary>
internal sealed class DeleteTrustedTokenIssuer : IWrite<DeleteTrustedTokenIssuerRequest, DeleteTrustedTokenIssuerResponse>
{
    public static Arn Target(DeleteTrustedTokenIssuerRequest request, Call call) => new(request.TrustedTokenIssuerArn);

    public static void Require(DeleteTrustedTokenIssuerRequest request, Call call, Requirements needs) => TokenIssuerStanding.RequireKeys(request.TrustedTokenIssuerArn, call, needs);

    public static DeleteTrustedTokenIssuerResponse Handle(DeleteTrustedTokenIssuerRequest request, Draft draft)
    {
        draft.Remove(draft.Account.RequireTokenIssuer(request.TrustedTokenIssuerArn));
        return new();
    }
}

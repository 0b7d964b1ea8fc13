using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.OutboundFederation;

/// <summary>Tells which issuer the account is.</summary>
internal sealed class GetOutboundWebIdentityFederationInfo : IRead<GetOutboundWebIdentityFederationInfoRequest, GetOutboundWebIdentityFederationInfoResponse>
{
    public static Arn Target(GetOutboundWebIdentityFederationInfoRequest request, Call call) => Arn.Any;

    public static GetOutboundWebIdentityFederationInfoResponse Handle(GetOutboundWebIdentityFederationInfoRequest request, Call call)
    {
        Require(call.Account);
        return new() { IssuerIdentifier = call.Installation.Address.IssuerOf(call.Account.Id), JwtVendingEnabled = true };
    }

    /// <summary>The account as an issuer.</summary>
    /// <exception cref="FeatureDisabledException">It is none, or no more.</exception>
    internal static TokenIssuer Require(Accounts.Account account) => account.TokenIssuer is { Enabled: true } issuer
        ? issuer
        : throw new FeatureDisabledException("Outbound web identity federation is disabled for this account.");
}

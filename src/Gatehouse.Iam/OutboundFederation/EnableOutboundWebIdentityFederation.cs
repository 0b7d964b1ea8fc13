using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Issuing;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.OutboundFederation;

/// <summary>Makes the account an issuer of tokens for services outside [AU-325]. Switched on again, it is the same issuer.</summary>
internal sealed class EnableOutboundWebIdentityFederation : IWrite<EnableOutboundWebIdentityFederationRequest, EnableOutboundWebIdentityFederationResponse>
{
    public static Arn Target(EnableOutboundWebIdentityFederationRequest request, Call call) => Arn.Any;

    public static EnableOutboundWebIdentityFederationResponse Handle(EnableOutboundWebIdentityFederationRequest request, Draft draft)
    {
        var issuer = draft.Account.TokenIssuer ?? new TokenIssuer();
        if (issuer.Enabled)
        {
            throw new FeatureEnabledException("Outbound web identity federation is already enabled for this account.");
        }

        var installation = draft.Call.Installation;
        draft.Put(TokenSigning.Renew(issuer, installation, draft.Account.Id, draft.Now) with { Enabled = true });
        return new() { IssuerIdentifier = installation.Address.IssuerOf(draft.Account.Id) };
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.OutboundFederation;

/// <summary>Ends the issuing of tokens. Those that were issued stay good until they end, and the keys to check them stay published.</summary>
internal sealed class DisableOutboundWebIdentityFederation : IWrite<DisableOutboundWebIdentityFederationRequest, DisableOutboundWebIdentityFederationResponse>
{
    public static Arn Target(DisableOutboundWebIdentityFederationRequest request, Call call) => Arn.Any;

    public static DisableOutboundWebIdentityFederationResponse Handle(DisableOutboundWebIdentityFederationRequest request, Draft draft)
    {
        draft.Put(GetOutboundWebIdentityFederationInfo.Require(draft.Account) with { Enabled = false });
        return new();
    }
}

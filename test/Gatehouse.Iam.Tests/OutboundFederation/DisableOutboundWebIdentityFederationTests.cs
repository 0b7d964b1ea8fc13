using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.OutboundFederation;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.OutboundFederation;

public sealed class DisableOutboundWebIdentityFederationTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Says_so_when_it_is_off() =>
        account.Refuses<FeatureDisabledException>(404, "FeatureDisabled", "Outbound web identity federation is disabled for this account.", Call);

    [Fact]
    public void Ends_the_issuing_and_keeps_the_issuer()
    {
        account.Put(new TokenIssuer { Enabled = true });

        Call();

        Assert.False(account.Reload().TokenIssuer!.Enabled);
        Says_so_when_it_is_off();
    }

    private DisableOutboundWebIdentityFederationResponse Call() =>
        account.Write<DisableOutboundWebIdentityFederation, DisableOutboundWebIdentityFederationRequest, DisableOutboundWebIdentityFederationResponse>(new());
}

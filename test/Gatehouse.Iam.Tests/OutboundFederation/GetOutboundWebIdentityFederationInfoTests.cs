using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.OutboundFederation;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.OutboundFederation;

public sealed class GetOutboundWebIdentityFederationInfoTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Names_the_issuer_by_the_address_it_is_reached_at()
    {
        account.Put(new TokenIssuer { Enabled = true });
        account.Installation.Address.Url = "https://iam.example.com/base/";

        var info = Call();

        Assert.Equal(("https://iam.example.com/base/issuer/111122223333", true), (info.IssuerIdentifier, info.JwtVendingEnabled));
    }

    [Fact]
    public void Says_so_when_it_is_off() =>
        account.Refuses<FeatureDisabledException>(404, "FeatureDisabled", "Outbound web identity federation is disabled for this account.", Call);

    private GetOutboundWebIdentityFederationInfoResponse Call() =>
        account.Read<GetOutboundWebIdentityFederationInfo, GetOutboundWebIdentityFederationInfoRequest, GetOutboundWebIdentityFederationInfoResponse>(new());
}

using System.Text;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.OutboundFederation;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.OutboundFederation;

public sealed class EnableOutboundWebIdentityFederationTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Makes_the_account_an_issuer_with_a_key_for_each_algorithm_AU_325()
    {
        Assert.Equal("http://localhost:4566/issuer/111122223333", Call().IssuerIdentifier);

        Assert.Equal(["RS256", "ES384"], account.Reload().TokenIssuer!.Keys.Select(key => key.Algorithm));
    }

    [Fact]
    public void Says_so_when_it_is_on_already()
    {
        Call();

        account.Refuses<FeatureEnabledException>(409, "FeatureEnabled", "Outbound web identity federation is already enabled for this account.", Call);
    }

    [Fact]
    public void Is_the_same_issuer_when_it_is_switched_on_again()
    {
        var issuer = Call().IssuerIdentifier;
        var keys = account.Account.TokenIssuer!.Keys.Select(key => key.Id).ToList();
        account.Write<DisableOutboundWebIdentityFederation, DisableOutboundWebIdentityFederationRequest, DisableOutboundWebIdentityFederationResponse>(new());

        Assert.Equal(issuer, Call().IssuerIdentifier);
        Assert.Equal(keys, account.Account.TokenIssuer!.Keys.Select(key => key.Id));
    }

    [Fact]
    public void No_private_key_lies_on_the_disk()
    {
        // AU-213: a PKCS #8 in base64 begins like this.
        Call();

        var text = string.Concat(account.Stored().Rows.Select(row => Encoding.UTF8.GetString(row.Value.Span)));
        Assert.Contains("tokenissuer", account.Stored().Rows.Select(row => row.Table));
        Assert.DoesNotContain("MIIEv", text, StringComparison.Ordinal);
        Assert.DoesNotContain("MIG2", text, StringComparison.Ordinal);
    }

    private EnableOutboundWebIdentityFederationResponse Call() =>
        account.Write<EnableOutboundWebIdentityFederation, EnableOutboundWebIdentityFederationRequest, EnableOutboundWebIdentityFederationResponse>(new());
}

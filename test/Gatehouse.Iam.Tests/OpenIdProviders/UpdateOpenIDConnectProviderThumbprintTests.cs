using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.OpenIdProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.OpenIdProviders;

public sealed class UpdateOpenIDConnectProviderThumbprintTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Replaces_all_thumbprints()
    {
        var arn = account.AddOpenId();

        Call(new() { OpenIDConnectProviderArn = arn, ThumbprintList = [new('1', 40)] });
        Call(new() { OpenIDConnectProviderArn = arn, ThumbprintList = [new('2', 40)] });

        Assert.Equal([new('2', 40)], account.OpenId().Thumbprints);
    }

    [Fact]
    public void Knows_no_provider_that_is_not_there() =>
        account.RefusesMissing(
            "OpenIDConnect Provider not found for arn arn:aws:iam::111122223333:oidc-provider/none.example.com",
            () => Call(new() { OpenIDConnectProviderArn = "arn:aws:iam::111122223333:oidc-provider/none.example.com", ThumbprintList = [] }));

    private UpdateOpenIDConnectProviderThumbprintResponse Call(UpdateOpenIDConnectProviderThumbprintRequest request) => account.Write<UpdateOpenIDConnectProviderThumbprint, UpdateOpenIDConnectProviderThumbprintRequest, UpdateOpenIDConnectProviderThumbprintResponse>(request);
}

using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.OpenIdProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.OpenIdProviders;

public sealed class GetOpenIDConnectProviderTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_the_URL_without_its_scheme()
    {
        var shown = Call(new() { OpenIDConnectProviderArn = account.AddOpenId(clients: "sts.amazonaws.com") });

        Assert.Equal("login.example.com/tenant", shown.Url);
        Assert.Equal(["sts.amazonaws.com"], shown.ClientIDList);
        Assert.Equal(account.Clock.GetUtcNow(), shown.CreateDate);
        Assert.Empty(shown.Tags!);
        Assert.Empty(shown.ThumbprintList!);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/other.example.com")]
    [InlineData("arn:aws:iam::444455556666:oidc-provider/login.example.com/tenant")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/login.example.com/TENANT")]
    public void Knows_no_other_provider(string arn)
    {
        account.AddOpenId();

        account.RefusesMissing($"OpenIDConnect Provider not found for arn {arn}", () => Call(new() { OpenIDConnectProviderArn = arn }));
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/alice")]
    [InlineData("https://login.example.com/tenant")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/")]
    public void Takes_no_other_ARN(string arn) =>
        account.Refuses<InvalidInputException>(400, "InvalidInput", $"ARN {arn} is not valid.", () => Call(new() { OpenIDConnectProviderArn = arn }));

    private GetOpenIDConnectProviderResponse Call(GetOpenIDConnectProviderRequest request) => account.Read<GetOpenIDConnectProvider, GetOpenIDConnectProviderRequest, GetOpenIDConnectProviderResponse>(request);
}

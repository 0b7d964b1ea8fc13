using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.OpenIdProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.OpenIdProviders;

public sealed class CreateOpenIDConnectProviderTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Names_the_provider_by_its_URL_without_the_scheme()
    {
        // [AU-400]
        var made = Call(new() { Url = "https://Login.Example.com/Tenant", ClientIDList = ["a", "b", "a"], ThumbprintList = [new('A', 40)] });

        Assert.Equal("arn:aws:iam::111122223333:oidc-provider/login.example.com/Tenant", made.OpenIDConnectProviderArn);
        Assert.Equal(["a", "b"], account.OpenId().ClientIds);
        Assert.Equal([new('A', 40)], account.OpenId().Thumbprints);
        Assert.Null(made.Tags);
    }

    [Fact]
    public void Keeps_the_slash_that_an_issuer_ends_with() =>
        Assert.Equal("arn:aws:iam::111122223333:oidc-provider/sts.windows.net/t/", Call(new() { Url = "https://sts.windows.net/t/" }).OpenIDConnectProviderArn);

    [Theory]
    [InlineData("http://login.example.com")]
    [InlineData("login.example.com")]
    [InlineData("https://")]
    [InlineData("https:///path")]
    [InlineData("ftp://login.example.com")]
    [InlineData("https://login.example.com:8443")]
    [InlineData("https://login.example.com:443/x")]
    [InlineData("https://user@login.example.com")]
    [InlineData("https://login.example.com/?a=b")]
    [InlineData("https://login.example.com/#f")]
    [InlineData("https://login.example.com/a/../b")]
    [InlineData("https://login.example.com/a b")]
    [InlineData("https://login.example.com\\evil")]
    [InlineData("https://127.0.0.1")]
    [InlineData("https://[::1]")]
    [InlineData("https://2130706433")]
    [InlineData("https://login.exämple.com")]
    [InlineData("javascript://login.example.com")]
    public void Takes_no_other_URLs(string url) =>
        // [AU-400, AU-401] BI-173
        account.Refuses<InvalidInputException>(400, "InvalidInput", "Invalid Open ID Connect Provider URL", () => Call(new() { Url = url }));

    [Theory]
    [InlineData("https://login.example.com/tenant")]
    [InlineData("https://LOGIN.example.com/tenant/")]
    public void Refuses_an_issuer_that_is_there_BI_174(string url)
    {
        account.AddOpenId();

        account.RefusesTaken($"Provider with url {url} already exists.", () => Call(new() { Url = url }));
    }

    [Fact]
    public void Tells_paths_apart_by_case()
    {
        account.AddOpenId();

        Assert.EndsWith("/TENANT", Call(new() { Url = "https://login.example.com/TENANT" }).OpenIDConnectProviderArn, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_five_thumbprints_of_hexadecimal_digits()
    {
        account.Refuses<InvalidInputException>(400, "InvalidInput", "Thumbprint list must contain fewer than 5 entries.",
            () => Call(new() { Url = "https://login.example.com", ThumbprintList = [.. Enumerable.Repeat(new string('a', 40), 6)] }));
        account.Refuses<InvalidInputException>(400, "InvalidInput", "Thumbprint list must contain only hexadecimal SHA-1 thumbprints.",
            () => Call(new() { Url = "https://login.example.com", ThumbprintList = [new string('g', 40)] }));

        Call(new() { Url = "https://login.example.com", ThumbprintList = [.. Enumerable.Repeat(new string('a', 40), 5)] });
    }

    [Fact]
    public void Takes_a_hundred_audiences() =>
        account.RefusesMore("Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: 100",
            () => Call(new() { Url = "https://login.example.com", ClientIDList = [.. Enumerable.Range(0, 101).Select(number => $"{number}")] }));

    [Fact]
    public void Takes_a_hundred_providers()
    {
        account.Change(draft =>
        {
            for (var i = 0; i < 100; i++)
            {
                draft.Put(new Accounts.Entities.OpenIdProvider { Url = $"https://{i}.example.com", Created = draft.Now });
            }
        });

        account.RefusesMore("Cannot exceed quota for OpenIdConnectProvidersPerAccount: 100", () => Call(new() { Url = "https://login.example.com" }));
    }

    [Fact]
    public void Needs_the_right_to_tag_when_it_tags()
    {
        var needs = account.Needs<CreateOpenIDConnectProvider, CreateOpenIDConnectProviderRequest>(
            "iam:CreateOpenIDConnectProvider", new() { Url = "https://login.example.com/x", Tags = [new() { Key = "k", Value = "v" }] });

        Assert.Equal(
            [
                "iam:CreateOpenIDConnectProvider arn:aws:iam::111122223333:oidc-provider/login.example.com/x",
                "iam:TagOpenIDConnectProvider arn:aws:iam::111122223333:oidc-provider/login.example.com/x",
            ],
            needs.Lines());
        Assert.Equal("v", needs.Value("aws:RequestTag/k"));
    }

    private CreateOpenIDConnectProviderResponse Call(CreateOpenIDConnectProviderRequest request) => account.Reach<CreateOpenIDConnectProvider, CreateOpenIDConnectProviderRequest, CreateOpenIDConnectProviderResponse>(request);
}

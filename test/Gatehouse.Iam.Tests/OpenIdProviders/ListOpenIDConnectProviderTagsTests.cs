using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.OpenIdProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.OpenIdProviders;

public sealed class ListOpenIDConnectProviderTagsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_tags_in_pages()
    {
        var arn = account.AddOpenId();
        account.Put(account.OpenId() with { Tags = [new("b", "2"), new("a", "1")] });

        var first = Call(new() { OpenIDConnectProviderArn = arn, MaxItems = 1 });
        var second = Call(new() { OpenIDConnectProviderArn = arn, Marker = first.Marker });

        Assert.Equal(("a", true), (first.Tags![0].Key, first.IsTruncated));
        Assert.Equal(("b", false), (second.Tags![0].Key, second.IsTruncated));
    }

    private ListOpenIDConnectProviderTagsResponse Call(ListOpenIDConnectProviderTagsRequest request) => account.Read<ListOpenIDConnectProviderTags, ListOpenIDConnectProviderTagsRequest, ListOpenIDConnectProviderTagsResponse>(request);
}

using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SamlProviders;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SamlProviders;

public sealed class ListSAMLProviderTagsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_tags_in_pages()
    {
        var arn = account.AddSaml();
        account.Put(account.Saml() with { Tags = [new("b", "2"), new("a", "1")] });

        var first = Call(new() { SAMLProviderArn = arn, MaxItems = 1 });
        var second = Call(new() { SAMLProviderArn = arn, Marker = first.Marker });

        Assert.Equal(("a", true), (first.Tags![0].Key, first.IsTruncated));
        Assert.Equal(("b", false), (second.Tags![0].Key, second.IsTruncated));
    }

    private ListSAMLProviderTagsResponse Call(ListSAMLProviderTagsRequest request) => account.Read<ListSAMLProviderTags, ListSAMLProviderTagsRequest, ListSAMLProviderTagsResponse>(request);
}

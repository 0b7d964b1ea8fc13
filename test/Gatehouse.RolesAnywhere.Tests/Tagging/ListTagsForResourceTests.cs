using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Tagging;

namespace Gatehouse.RolesAnywhere.Tests.Tagging;

public sealed class ListTagsForResourceTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Lists_what_was_set()
    {
        var list = fixture.Import(fixture.Root.Revoke(fixture.Account.Clock.GetUtcNow(), fixture.Account.Clock.GetUtcNow().AddDays(1), System.Security.Cryptography.HashAlgorithmName.SHA256), enabled: false);
        using var certificate = fixture.Root.Issue();
        var subject = fixture.Begin(certificate).SubjectArn!;
        foreach (var arn in new[] { fixture.Anchor.TrustAnchorArn!, fixture.Profile.ProfileArn!, list.CrlArn!, subject })
        {
            Assert.Equal("", Tags(arn));
            Tag(arn, [new() { Key = "a", Value = "1" }]);
            Assert.Equal("a=1", Tags(arn));
        }
    }

    [Fact]
    public void Refuses_what_is_not_there()
    {
        foreach (var arn in new[] { "x", "arn:aws:rolesanywhere:us-east-1:111122223333:profile/x", fixture.Anchor.TrustAnchorArn!.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal) })
        {
            Assert.Throws<ResourceNotFoundException>(() => Tags(arn));
        }
    }

    private void Tag(string arn, IReadOnlyList<Contracts.RolesAnywhere.Shapes.Tag> tags) =>
        fixture.Write<TagResource, TagResourceRequest, TagResourceResponse>(new() { ResourceArn = arn, Tags = tags });

    private string Tags(string arn) =>
        string.Join(' ', fixture.Read<ListTagsForResource, ListTagsForResourceRequest, ListTagsForResourceResponse>(new() { ResourceArn = arn }).Tags!.Select(tag => $"{tag.Key}={tag.Value}"));
}

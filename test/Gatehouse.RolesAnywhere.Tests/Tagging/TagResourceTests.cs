using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Tagging;

namespace Gatehouse.RolesAnywhere.Tests.Tagging;

public sealed class TagResourceTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Adds_tags_and_gives_known_keys_their_new_value()
    {
        var list = fixture.Import(fixture.Root.Revoke(fixture.Account.Clock.GetUtcNow(), fixture.Account.Clock.GetUtcNow().AddDays(1), System.Security.Cryptography.HashAlgorithmName.SHA256), enabled: false);
        using var certificate = fixture.Root.Issue();
        var subject = fixture.Begin(certificate).SubjectArn!;
        foreach (var arn in new[] { fixture.Anchor.TrustAnchorArn!, fixture.Profile.ProfileArn!, list.CrlArn!, subject })
        {
            Tag(arn, [new() { Key = "a", Value = "1" }]);
            Tag(arn, [new() { Key = "b", Value = "2" }, new() { Key = "a", Value = "3" }]);

            Assert.Equal("b=2 a=3", Tags(arn));
        }
    }

    [Fact]
    public void Refuses_what_is_not_there()
    {
        foreach (var arn in new[] { "x", "arn:aws:rolesanywhere:us-east-1:111122223333:profile/x", fixture.Anchor.TrustAnchorArn!.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal) })
        {
            Assert.Throws<ResourceNotFoundException>(() => Tag(arn, [new() { Key = "a", Value = "1" }]));
        }
    }

    [Fact]
    public void Refuses_more_than_fifty_and_keys_of_AWS()
    {
        var arn = fixture.Anchor.TrustAnchorArn!;
        Tag(arn, [.. Enumerable.Range(0, 50).Select(number => new Contracts.RolesAnywhere.Shapes.Tag { Key = $"k{number}", Value = "" })]);

        Assert.Throws<TooManyTagsException>(() => Tag(arn, [new() { Key = "one", Value = "more" }]));
        Assert.Throws<ValidationException>(() => Tag(arn, [new() { Key = "aws:x", Value = "" }]));
    }

    private void Tag(string arn, IReadOnlyList<Contracts.RolesAnywhere.Shapes.Tag> tags) =>
        fixture.Write<TagResource, TagResourceRequest, TagResourceResponse>(new() { ResourceArn = arn, Tags = tags });

    private string Tags(string arn) =>
        string.Join(' ', fixture.Read<ListTagsForResource, ListTagsForResourceRequest, ListTagsForResourceResponse>(new() { ResourceArn = arn }).Tags!.Select(tag => $"{tag.Key}={tag.Value}"));
}

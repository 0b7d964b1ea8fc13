namespace Gatehouse.Wire.Tests;

/// <summary>Patterns mean here what Java's Pattern.matches means by them.</summary>
public sealed class JavaPatternTests
{
    [Theory]
    [InlineData(@"[\w+=,.@-]+", "a-Z_0+=,.@", true)]
    [InlineData(@"[\w+=,.@-]+", "é", false)]
    [InlineData(@"[\w+=,.@-]+", "", false)]
    [InlineData(@"[\w+=,.@-]+", "abc\n", false)]
    [InlineData(@"[\w+=,.@-]*", "", true)]
    [InlineData(@"[\d]+", "٣", false)]
    [InlineData(@"\d{12}", "123456789012", true)]
    [InlineData(@"\d{12}", "1234567890123", false)]
    [InlineData(@"^\d{12}$", "123456789012\n", false)]
    [InlineData(@"[\p{L}\p{Z}\p{N}_.:/=+\-@]*", "Grüße 世界 ٣ 𝒜 \u00A0", true)]
    [InlineData(@"[\p{L}\p{Z}\p{N}_.:/=+\-@]*", "a\tb", false)]
    [InlineData(@"[\p{L}\p{Z}\p{N}_.:/=+\-@]*", "😀", false)]
    [InlineData(@"[\u0009\u000A\u000D\u0020-\u00FF]+", "\t\n\r ÿ", true)]
    [InlineData(@"[\u0009\u000A\u000D\u0020-\u00FF]+", "Ā", false)]
    [InlineData(@"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+", "😀 \u0085", true)]
    [InlineData(@"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+", "\u0001", false)]
    [InlineData(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*", "😀\t", true)]
    [InlineData(@"[\u0020-\uD7FF\uE000-\uFFFD\uD800\uDC00-\uDBFF\uDFFF\t]*", "\n", false)]
    [InlineData(@".*", "a\u2028b", false)]
    [InlineData(@".*", "a\nb", false)]
    [InlineData(@"(?s).*", "a\nb", true)]
    [InlineData(@"[\s\S]*", "a\u2028\n😀", true)]
    [InlineData(@"[^\s@]+@[^\s@]+\.[^\s@]+", "a@b.c", true)]
    [InlineData(@"[^\s@]+@[^\s@]+\.[^\s@]+", "a@b@c.d", false)]
    [InlineData(@"[^:]*:analyzer/.{1,3}", "x:analyzer/😀ab", true)]
    [InlineData(@"[^:]*:analyzer/.{1,3}", "x:analyzer/😀abc", false)]
    [InlineData(@"^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$", "my-alias", true)]
    [InlineData(@"^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$", "my--alias", false)]
    [InlineData(@"^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$", "my-alias\n", false)]
    [InlineData(@"[^\s@]+@[^\s@]+\.[^\s@]+", "a@b.c\n", false)]
    [InlineData(@"((/[A-Za-z0-9\.,\+@=_-]+)*)/", "/a/b/", true)]
    [InlineData(@"((/[A-Za-z0-9\.,\+@=_-]+)*)/", "/a//", false)]
    [InlineData(@"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)", "/", true)]
    [InlineData(@"(\u002F)|(\u002F[\u0021-\u007E]+\u002F)", "/a b/", false)]
    [InlineData(@"\p{L}+(?:(\.|\_)\p{L}+){0,2}", "ab_cd.ef", true)]
    [InlineData(@"[ a-zA-Z0-9-_]*", "a-_ 9", true)]
    [InlineData(@"[ -~]+", "a ~", true)]
    [InlineData(@"^(r-[0-9a-z]{4,32})|(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$", "123456789012", true)]
    [InlineData(@"^(r-[0-9a-z]{4,32})|(\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$", "r-abcd!", false)]
    public void Matches_as_Java_does(string pattern, string text, bool matches) => Assert.Equal(matches, new JavaPattern(pattern).IsMatch(text));

    [Fact]
    public void Every_pattern_of_every_model_can_be_read()
    {
        var patterns = Contracts.Shapes.SelectMany(shape => Types(Contracts.Read(shape, new FillingReader(1)).Schema)).Select(type => type.Pattern).OfType<string>()
            .Distinct(StringComparer.Ordinal).ToList();

        Assert.True(patterns.Count > 60);
        Assert.All(patterns, pattern => new JavaPattern(pattern).IsMatch("text"));
    }

    [Theory]
    [InlineData(@"[a-z&&[^b]]+")]
    [InlineData(@"a*+")]
    [InlineData(@"\Qx\E")]
    [InlineData(@"[\p{Greek}]")]
    [InlineData(@"[a-z")]
    public void A_pattern_that_is_not_known_is_refused(string pattern) => Assert.ThrowsAny<Exception>(() => new JavaPattern(pattern));

    private static IEnumerable<ShapeType> Types(Schema schema) =>
        schema.Members.SelectMany(member => new[] { member.Type, member.Type.Element?.Type, member.Type.Key?.Type, member.Type.Value?.Type }).OfType<ShapeType>();
}

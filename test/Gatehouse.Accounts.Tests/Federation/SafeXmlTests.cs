using Gatehouse.Accounts.Federation;

namespace Gatehouse.Accounts.Tests.Federation;

/// <summary>Rule AU-501: what strangers' XML may be, and T-37: what is too large is not begun.</summary>
public sealed class SafeXmlTests
{
    private const int Most = 100;

    [Theory]
    [InlineData("<a b=\"1\" c='2'>x = y, \"z\"</a>")]
    [InlineData("<a xmlns = \"urn:a\"><!-- <b/> --><![CDATA[ <c d=\"1\"/> ]]></a>")]
    public void What_is_within_the_limits_is_read(string text) => Assert.True(SafeXml.TryRead(text, Most, out _));

    [Fact]
    public void As_many_nodes_as_may_be_are_read_and_not_one_more()
    {
        // The element and its end are nodes as well.
        Assert.True(SafeXml.TryRead(Attributes(Most - 2), Most, out _));
        Assert.False(SafeXml.TryRead(Attributes(Most - 1), Most, out _));
        Assert.False(SafeXml.TryRead(Attributes(Most + 1), Most, out _));
        Assert.True(SafeXml.TryRead(Elements(Most - 2), Most, out _));
        Assert.False(SafeXml.TryRead(Elements(Most - 1), Most, out _));
        Assert.False(SafeXml.TryRead(Elements(Most + 1), Most, out _));
    }

    [Theory]
    [InlineData("<a>")]
    [InlineData("<!DOCTYPE a><a/>")]
    [InlineData("<a b=\"1\" b=\"2\"/>")]
    [InlineData("")]
    public void What_is_no_document_is_not_read(string text) => Assert.False(SafeXml.TryRead(text, Most, out _));

    private static string Attributes(int count) => $"<a{string.Concat(Enumerable.Range(0, count).Select(static number => $" b{number} = '1'"))}></a>";

    private static string Elements(int count) => $"<a>{string.Concat(Enumerable.Repeat("<b/>", count))}</a>";
}

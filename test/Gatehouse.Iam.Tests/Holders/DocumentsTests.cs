using Gatehouse.Iam.Holders;
using Gatehouse.PolicyEngine;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Holders;

public sealed class DocumentsTests
{
    private readonly AccountFixture account = new();

    [Theory]
    [InlineData("not json", "Syntax errors in policy.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Resource":"*"}]}""", "Policy statement must contain actions.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*"}]}""", "Policy statement must contain resources.")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"*","Principal":"*"}]}""", "Policy document should not specify a principal.")]
    public void Refuses_with_the_message_of_the_first_problem(string text, string message) => account.RefusesDocument(
        message,
        () =>
        {
            Documents.Require(text, PolicyKind.Identity);
            return text;
        });

    [Fact]
    public void Counts_all_but_four_kinds_of_white_space()
    {
        // PL-16
        Assert.Equal(5, Documents.SizeOf("{ \"a\t\"\r\n\u00a0"));
    }

    [Fact]
    public void Encodes_all_but_the_unreserved()
    {
        // PL-51: RFC 3986.
        Assert.Equal("azAZ09-._~%20%0A%21%2A%27%28%29%2B%2F%3A%22%C3%BF", Documents.Encode("azAZ09-._~ \n!*'()+/:\"\u00ff"));
    }
}

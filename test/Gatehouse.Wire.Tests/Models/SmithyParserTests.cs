using Gatehouse.Generators.Contracts;
using Gatehouse.Generators.Smithy;
using Microsoft.CodeAnalysis.CSharp;

namespace Gatehouse.Wire.Tests.Models;

public sealed class SmithyParserTests
{
    private const string Head = "$version: \"2\"\nnamespace test\nuse aws.protocols#awsQuery\n@service(sdkId: \"Test\") @sigv4(name: \"test\") @awsQuery @xmlNamespace(uri: \"u\")\n";
    private const string Service = Head + "service Test { version: \"1\", operations: [Do] }\noperation Do { input: In }\n";

    [Theory]
    [InlineData("structure In {}")]
    [InlineData("structure In { a: String b: String }")]
    [InlineData("structure In { // comment\n a: String, b: String, }")]
    [InlineData("@documentationNot structure In {}", false)]
    [InlineData("structure In { a: Missing }", false)]
    [InlineData("structure In { a }", false)]
    [InlineData("structure In {} structure In {}", false)]
    [InlineData("structure In { @httpPayload a: String }", false)]
    [InlineData("structure In { @unheardOf a: String }", false)]
    [InlineData("mixin In {}", false)]
    [InlineData("apply In @sensitive", false)]
    [InlineData("structure In { a: String", false)]
    [InlineData("@pattern(\"a\nb\") string In", false)]
    [InlineData("@pattern(\"\\q\") string In", false)]
    [InlineData("@length(min: 1.5) string In", false)]
    [InlineData("structure In {} ;", false)]
    public void Reads_what_it_knows_and_refuses_the_rest(string shapes, bool good = true)
    {
        var problem = Record.Exception(() => new ContractModel("test", SmithyParser.Parse(Service + shapes)));

        Assert.Equal(good, problem is null);
        Assert.True(good || problem is SmithyException);
    }

    [Fact]
    public void A_problem_says_its_line()
    {
        var problem = Assert.Throws<SmithyException>(() => SmithyParser.Parse(Service + "\n\nstructure In {\n  a = String\n}"));

        Assert.Equal(10, problem.Line);
    }

    [Fact]
    public void Values_nested_without_end_are_refused() =>
        Assert.Throws<SmithyException>(() => SmithyParser.Parse(Service + "@x(" + new string('[', 100_000)));

    [Fact]
    public void Names_that_C_sharp_has_already_are_changed()
    {
        const string Shapes = """
            structure In { In: In2, Schema: String, write: lists, doRequest: String }
            structure In2 { in2: In2, value: string, toString: enumeration }
            string string
            list lists { member: maps }
            map maps { key: string, value: lists2 }
            list lists2 { @xmlName("item") member: In2 }
            enum enumeration { a, A, All, Describe, null }
            @error("client") structure Oops { message: String, code: String, Data: String, type: In2 }
            """;

        var sources = ContractGenerator.Sources("test", Service + Shapes);

        Assert.Empty(ModelToolTests.Compile(sources.Select(source => CSharpSyntaxTree.ParseText(source.Source))));
    }
}

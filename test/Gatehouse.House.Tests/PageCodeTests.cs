using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Gatehouse.House.Tests;

/// <summary>C# on a page is C# that a reader may paste: it compiles.</summary>
public sealed partial class PageCodeTests
{
    private const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly MetadataReference[] Platform =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(file => MetadataReference.CreateFromFile(file))];

    [Fact]
    public void Every_C_sharp_block_of_every_page_compiles()
    {
        var blocks = Pages().SelectMany(page => Blocks().Matches(File.ReadAllText(page)).Select(block => (Page: Repository.Relative(page), Code: block.Groups[1].Value))).ToList();

        Assert.NotEmpty(blocks);
        Assert.Empty(blocks.SelectMany(block => Problems(block.Code).Select(problem => $"{block.Page}: {problem}")));
    }

    [Fact]
    public void A_block_that_does_not_compile_is_noticed()
    {
        Assert.NotEmpty(Problems("Console.WriteLin(1);"));
        Assert.Empty(Problems("Console.WriteLine(1);"));
    }

    private static IEnumerable<string> Problems(string code)
    {
        var options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);
        var compilation = CSharpCompilation.Create("page", [CSharpSyntaxTree.ParseText(Usings, options), CSharpSyntaxTree.ParseText(code, options)], Platform);
        return compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.ToString());
    }

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(new[] { "docs", "src", "samples", "bench", "test" }.Select(folder => Path.Combine(Repository.Root, folder)).Where(Directory.Exists)
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)))
            .Where(page => !page.Contains("node_modules", StringComparison.Ordinal) && !page.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    [GeneratedRegex(@"^```(?:csharp|cs|c#)\s*\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Blocks();
}

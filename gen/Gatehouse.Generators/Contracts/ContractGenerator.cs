using System.Text;
using Gatehouse.Generators.Smithy;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Gatehouse.Generators.Contracts;

/// <summary>Writes the wire contracts of every <c>*.smithy</c> file that a project names as an additional file.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ContractGenerator : IIncrementalGenerator
{
    private static readonly DiagnosticDescriptor Unreadable = new(
        "GH0001", "A model cannot be read", "{0}", "Gatehouse.Contracts", DiagnosticSeverity.Error, isEnabledByDefault: true);

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var models = context.AdditionalTextsProvider
            .Where(static file => file.Path.EndsWith(".smithy", StringComparison.Ordinal))
            .Select(static (file, cancel) => (file.Path, Text: file.GetText(cancel)?.ToString() ?? ""));
        context.RegisterSourceOutput(models, static (output, model) => Generate(output, model.Path, model.Text));
    }

    /// <summary>The sources for one model, by name.</summary>
    internal static IEnumerable<(string Name, string Source)> Sources(string fileName, string text)
    {
        var contract = new ContractModel(fileName, SmithyParser.Parse(text));
        yield return ($"{contract.Name}.Service.g.cs", new ServiceEmitter(contract).Emit());
        yield return ($"{contract.Name}.Types.g.cs", new TypesEmitter(contract).Emit());
        yield return ($"{contract.Name}.Messages.g.cs", new MessageEmitter(contract).EmitMessages());
        yield return ($"{contract.Name}.Shapes.g.cs", new MessageEmitter(contract).EmitParts());
        yield return ($"{contract.Name}.Errors.g.cs", new ErrorEmitter(contract).Emit());
    }

    private static void Generate(SourceProductionContext output, string path, string text)
    {
        try
        {
            foreach (var (name, source) in Sources(FileName(path), text))
            {
                output.AddSource(name, SourceText.From(source, Encoding.UTF8));
            }
        }
        catch (SmithyException problem)
        {
            var line = new LinePosition(Math.Max(problem.Line - 1, 0), 0);
            var location = Location.Create(path, default, new LinePositionSpan(line, line));
            output.ReportDiagnostic(Diagnostic.Create(Unreadable, location, problem.Message));
        }
    }

    private static string FileName(string path)
    {
        var start = path.LastIndexOfAny(['/', '\\']) + 1;
        return path.Substring(start, path.Length - start - ".smithy".Length);
    }
}

using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Gatehouse.Policies;

/// <summary>Turns YAML into JSON that stands in the same lines, so that what is read of it is found again in the file.</summary>
/// <remarks>
/// One document of mappings, sequences and scalars. Plain scalars mean what YAML 1.2 says: only <c>true</c>, <c>false</c>, <c>null</c> and numbers
/// are more than text. Anchors, aliases and tags are refused: with them a small file can mean an endless one, or anything at all.
/// </remarks>
internal sealed partial class Yaml
{
    private const int MostDepth = 64;
    private const int MostTold = 200;

    private readonly string file;
    private readonly StringBuilder json = new();
    private readonly Stack<(bool Mapping, int Count)> open = new();
    private long line = 1;
    private long column = 1;

    private Yaml(string file) => this.file = file;

    /// <summary>A file is YAML by its name.</summary>
    internal static bool Is(string file) => file.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    internal static string ToJson(string text, string file)
    {
        var yaml = new Yaml(file);
        try
        {
            yaml.Read(new Parser(new StringReader(text.StartsWith('\uFEFF') ? text[1..] : text)));
        }
        catch (YamlException wrong)
        {
            throw yaml.Wrong(wrong.Start, $"not YAML: {(wrong.Message.Length > MostTold ? wrong.Message[..MostTold] : wrong.Message)}");
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The parser lets some of its own checks fail so, and half a Unicode character cannot be written.
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{file}:{yaml.line}: not YAML"));
        }

        return yaml.json.ToString();
    }

    private void Read(Parser parser)
    {
        var documents = 0;
        while (parser.MoveNext())
        {
            var place = parser.Current!.Start;
            switch (parser.Current)
            {
                case DocumentStart when ++documents > 1:
                    throw Wrong(place, "more than one document");
                case AnchorAlias:
                    throw Wrong(place, "aliases are not read");
                case NodeEvent { Anchor.IsEmpty: false }:
                    throw Wrong(place, "anchors are not read");
                case NodeEvent { Tag.IsEmpty: false }:
                    throw Wrong(place, "tags are not read");
                case Scalar scalar:
                    Value(scalar);
                    break;
                case MappingStart:
                    Open(place, mapping: true);
                    break;
                case SequenceStart:
                    Open(place, mapping: false);
                    break;
                case MappingEnd when open.Peek().Count % 2 != 0:
                    throw Wrong(place, "a name without a value");
                case MappingEnd or SequenceEnd:
                    Write(open.Pop().Mapping ? "}" : "]");
                    break;
                default:
                    break;
            }
        }

        if (documents == 0)
        {
            throw new InputException($"{file}: is empty");
        }
    }

    private void Open(Mark place, bool mapping)
    {
        if (Next(place))
        {
            throw Wrong(place, "a name must be a text");
        }

        if (open.Count == MostDepth)
        {
            throw Wrong(place, $"deeper than {MostDepth} levels");
        }

        Write(mapping ? "{" : "[");
        open.Push((mapping, 0));
    }

    private void Value(Scalar scalar)
    {
        var name = Next(scalar.Start);
        Write(!name && scalar.Style == ScalarStyle.Plain ? Plain(scalar.Value) : Quoted(scalar.Value));
    }

    private static string Plain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => "null",
        "true" or "True" or "TRUE" => "true",
        "false" or "False" or "FALSE" => "false",
        _ => Number().IsMatch(text) ? text : Quoted(text),
    };

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>Writes what stands between two nodes, and moves to where the next one is.</summary>
    /// <returns>The next one is the name of a field.</returns>
    private bool Next(Mark place)
    {
        var name = false;
        if (open.TryPop(out var around))
        {
            name = around.Mapping && around.Count % 2 == 0;
            if (around.Count > 0)
            {
                Write(around.Mapping && !name ? ":" : ",");
            }

            open.Push(around with { Count = around.Count + 1 });
        }

        if (line < place.Line)
        {
            json.Append('\n', (int)(place.Line - line));
            (line, column) = (place.Line, 1);
        }

        if (column < place.Column)
        {
            json.Append(' ', (int)(place.Column - column));
            column = place.Column;
        }

        return name;
    }

    private void Write(string text)
    {
        json.Append(text);
        column += text.Length;
    }

    private InputException Wrong(Mark place, string what) => new(string.Create(CultureInfo.InvariantCulture, $"{file}:{place.Line}:{place.Column}: {what}"));

    // A number as JSON has it; what YAML would read as one beyond that, such as 0x1F, stays text.
    [GeneratedRegex(@"^-?(?:0|[1-9][0-9]{0,30})(?:\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,3})?\z", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Number();
}

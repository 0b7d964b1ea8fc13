using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gatehouse.Policies;

/// <summary>Standard output and error. Policies may come from anyone, so control characters in them never reach a terminal.</summary>
internal sealed class Terminal(TextWriter output, TextWriter error)
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Runs a command with its terminal, and answers 2 to input that cannot be used.</summary>
    internal static int Run(ParseResult parsed, Func<Terminal, int> command)
    {
        var terminal = new Terminal(parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            return command(terminal);
        }
        catch (InputException wrong)
        {
            terminal.Complain(wrong.Message);
            return ExitCode.Unusable;
        }
    }

    internal void Line(string text) => output.Write(Plain(text) + "\n");

    internal void Complain(string text) => error.Write("gatehouse: " + Plain(text) + "\n");

    /// <summary>Writes one JSON document.</summary>
    internal void Json(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Indented))
        {
            write(json);
        }

        Line(Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    private static string Plain(string text) =>
        text.Any(IsControl) ? string.Concat(text.Select(static letter => IsControl(letter) ? '\uFFFD' : letter)) : text;

    // Directional overrides are no control characters, yet make a line read as another one.
    private static bool IsControl(char letter) =>
        letter is not ('\n' or '\t') && (char.IsControl(letter) || letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}

using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Gatehouse.PolicyEngine.Tests.Reference;

/// <summary>Patterns and variables, plainly: every pattern becomes a list of tokens over Unicode scalars, matched by filling a table.</summary>
internal static partial class ReferenceText
{
    public const int Star = -1;
    public const int One = -2;

    public static IEnumerable<string> Strings(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray().Where(item => item.ValueKind != JsonValueKind.Null).Select(Text) : [Text(element)];

    /// <summary>Tokens: a wildcard, or a scalar that stands for itself; null when a variable has no value.</summary>
    public static List<int>? Tokens(string pattern, IReadOnlyDictionary<string, string[]>? context, bool wildcards = true)
    {
        var tokens = new List<int>();
        for (var at = 0; at < pattern.Length;)
        {
            var variable = context is not null && pattern[at] == '$' ? Variable().Match(pattern, at) : Match.Empty;
            if (variable.Success)
            {
                var value = Value(variable, context!);
                if (value is null)
                {
                    return null;
                }

                tokens.AddRange(value.EnumerateRunes().Select(rune => rune.Value));
                at += variable.Length;
                continue;
            }

            if (wildcards && pattern[at] is '*' or '?')
            {
                tokens.Add(pattern[at] == '*' ? Star : One);
                at++;
                continue;
            }

            var scalar = Rune.GetRuneAt(pattern, at);
            tokens.Add(scalar.Value);
            at += scalar.Utf16SequenceLength;
        }

        return tokens;
    }

    public static string Plain(List<int> tokens) => string.Concat(tokens.Select(token => new Rune(token).ToString()));

    public static bool Glob(List<int>? tokens, string text)
    {
        if (tokens is null)
        {
            return false;
        }

        var scalars = text.EnumerateRunes().Select(rune => rune.Value).ToArray();
        var reach = new bool[tokens.Count + 1, scalars.Length + 1];
        reach[0, 0] = true;
        for (var i = 0; i < tokens.Count; i++)
        {
            for (var j = 0; j <= scalars.Length; j++)
            {
                if (tokens[i] == Star)
                {
                    reach[i + 1, j] = reach[i, j] || (j > 0 && reach[i + 1, j - 1]);
                }
                else if (j > 0)
                {
                    reach[i + 1, j] = reach[i, j - 1] && (tokens[i] == One || tokens[i] == scalars[j - 1]);
                }
            }
        }

        return reach[tokens.Count, scalars.Length];
    }

    /// <summary>PL-57: five colons split, but none inside <c>${…}</c>.</summary>
    public static List<string> Fields(string pattern)
    {
        var fields = new List<string> { "" };
        for (var at = 0; at < pattern.Length;)
        {
            if (pattern[at] == ':' && fields.Count < 6)
            {
                fields.Add("");
                at++;
                continue;
            }

            var length = 1;
            if (pattern.AsSpan(at).StartsWith("${"))
            {
                var match = Variable().Match(pattern, at);
                length = match.Success ? match.Length : Math.Max(1, pattern.IndexOf('}', at) - at + 1);
            }

            fields[^1] += pattern.Substring(at, length);
            at += length;
        }

        return fields;
    }

    private static string? Value(Match variable, IReadOnlyDictionary<string, string[]> context)
    {
        if (variable.Groups[1].Success)
        {
            return variable.Groups[1].Value;
        }

        return context.TryGetValue(variable.Groups[2].Value, out var values) && values.Length == 1 ? values[0] : variable.Groups[3].Success ? variable.Groups[3].Value : null;
    }

    private static string Text(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();

    [GeneratedRegex(@"\G\$\{ *(?:([*?$]) *|(?![*?$] *,)([^ \t,}]+) *(?:, *'([^']*)' *)?)\}", RegexOptions.None, 60_000)]
    private static partial Regex Variable();
}

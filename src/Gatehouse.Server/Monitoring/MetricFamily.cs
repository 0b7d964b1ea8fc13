using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace Gatehouse.Server.Monitoring;

/// <summary>One metric as Prometheus knows it: a name, a type, and a line for each set of labels.</summary>
internal sealed class MetricFamily(string name, string type, string help)
{
    private readonly SortedDictionary<string, string> lines = new(StringComparer.Ordinal);

    /// <summary>The name, suffixes included.</summary>
    internal string Name => name;

    /// <summary>The family of an instrument: OpenTelemetry's name and unit as the Prometheus convention spells them.</summary>
    internal static MetricFamily Of(Instrument instrument)
    {
        var kind = instrument.GetType();
        var counter = kind.IsGenericType && kind.GetGenericTypeDefinition() == typeof(ObservableCounter<>);
        return new(NameOf(instrument.Name, instrument.Unit, counter), counter ? "counter" : "gauge", instrument.Description ?? "");
    }

    /// <summary>Forgets all values.</summary>
    internal void Clear() => lines.Clear();

    /// <summary>Sets the value of one set of labels.</summary>
    internal void Set(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        lines[labels] = $"{name}{Braced(labels)} {Text(value)}\n";
    }

    /// <summary>Sets the histogram of one set of labels.</summary>
    /// <param name="bounds">The upper bounds, ascending.</param>
    /// <param name="buckets">How many values fell into each, and into the one above the last.</param>
    /// <param name="sum">The sum of all values.</param>
    /// <param name="tags">The labels.</param>
    internal void SetHistogram(IReadOnlyList<double> bounds, IReadOnlyList<long> buckets, double sum, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = Labels(tags);
        var comma = labels.Length == 0 ? "" : ",";
        var text = new StringBuilder();
        var count = 0L;
        for (var index = 0; index < buckets.Count; index++)
        {
            count += buckets[index];
            var bound = index < bounds.Count ? bounds[index] : double.PositiveInfinity;
            text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels}{comma}le=\"{Text(bound)}\"}} {count}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"{name}_sum{Braced(labels)} {Text(sum)}\n");
        text.Append(CultureInfo.InvariantCulture, $"{name}_count{Braced(labels)} {count}\n");
        lines[labels] = text.ToString();
    }

    /// <summary>Writes the family, if it has a value.</summary>
    internal void Write(StringBuilder text)
    {
        if (lines.Count == 0)
        {
            return;
        }

        if (help.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {type}\n").AppendJoin("", lines.Values);
    }

    /// <summary>The name of a metric: <c>http.duration</c> in <c>s</c> becomes <c>http_duration_seconds</c>.</summary>
    internal static string NameOf(string name, string? unit, bool counter)
    {
        var text = Legal(name);
        var suffix = unit switch
        {
            null or "" or "1" => "",
            "s" => "seconds",
            "ms" => "milliseconds",
            "By" => "bytes",
            _ when unit.StartsWith('{') => "",
            _ => Legal(unit),
        };
        if (suffix.Length > 0 && !text.EndsWith("_" + suffix, StringComparison.Ordinal))
        {
            text += "_" + suffix;
        }

        return counter && !text.EndsWith("_total", StringComparison.Ordinal) ? text + "_total" : text;
    }

    private static string Legal(string name)
    {
        var legal = string.Create(name.Length, name, static (letters, name) =>
        {
            for (var index = 0; index < letters.Length; index++)
            {
                letters[index] = char.IsAsciiLetterOrDigit(name[index]) ? name[index] : '_';
            }
        });
        return legal.Length > 0 && char.IsAsciiDigit(legal[0]) ? "_" + legal : legal;
    }

    private static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new List<string>(tags.Length);
        foreach (var (key, value) in tags)
        {
            labels.Add($"{Legal(key)}=\"{Escape(Convert.ToString(value, CultureInfo.InvariantCulture) ?? "")}\"");
        }

        labels.Sort(StringComparer.Ordinal);
        return string.Join(',', labels);
    }

    private static string Escape(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string Braced(string labels) => labels.Length == 0 ? "" : $"{{{labels}}}";

    private static string Text(double value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double.NegativeInfinity => "-Inf",
        _ => value.ToString("R", CultureInfo.InvariantCulture),
    };
}

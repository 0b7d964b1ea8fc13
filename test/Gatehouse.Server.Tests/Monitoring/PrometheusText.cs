using System.Globalization;
using System.Text.RegularExpressions;

namespace Gatehouse.Server.Tests.Monitoring;

/// <summary>Reads the text format 0.0.4 as strictly as its description allows, and fails on anything else.</summary>
internal sealed partial class PrometheusText
{
    private readonly Dictionary<string, double> samples = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);

    /// <summary>The names of the families, in the order of the text.</summary>
    internal List<string> Families { get; } = [];

    /// <summary>The sample lines' names and labels, in the order of the text.</summary>
    internal List<string> Samples { get; } = [];

    internal Dictionary<string, string> Helps { get; } = new(StringComparer.Ordinal);

    internal double this[string sample] => samples.TryGetValue(sample, out var value)
        ? value
        : throw new InvalidDataException($"No sample {sample} among:\n{string.Join('\n', Samples)}");

    internal string TypeOf(string family) => types[family];

    internal static PrometheusText Read(string text)
    {
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        var read = new PrometheusText();
        foreach (var line in text.Split('\n')[..^1])
        {
            read.Line(line);
        }

        read.CheckHistograms();
        return read;
    }

    private void Line(string line)
    {
        if (line.StartsWith("# HELP ", StringComparison.Ordinal))
        {
            var help = Match(HelpLine, line);
            Assert.DoesNotContain(help.Groups["name"].Value, Families);
            Assert.True(Helps.TryAdd(help.Groups["name"].Value, help.Groups["text"].Value), $"Helped twice: {line}");
            return;
        }

        if (line.StartsWith('#'))
        {
            var type = Match(TypeLine, line);
            Assert.True(types.TryAdd(type.Groups["name"].Value, type.Groups["type"].Value), $"Typed twice, so its lines are not together: {line}");
            Families.Add(type.Groups["name"].Value);
            return;
        }

        var sample = Match(SampleLine, line);
        var name = sample.Groups["name"].Value;
        var family = Families.LastOrDefault() ?? throw new InvalidDataException($"A sample without a type: {line}");
        Assert.True(BelongsTo(name, family), $"Not of the family {family} it stands in: {line}");
        var labels = sample.Groups["label"].Captures.Select(capture => capture.Value).ToList();
        Assert.Equal(labels.Count, labels.Distinct(StringComparer.Ordinal).Count());
        Assert.True(samples.TryAdd(name + sample.Groups["labels"].Value, ValueOf(sample.Groups["value"].Value)), $"Said twice: {line}");
        Samples.Add(name + sample.Groups["labels"].Value);
    }

    private bool BelongsTo(string name, string family) => types[family] switch
    {
        "counter" => name == family && name.EndsWith("_total", StringComparison.Ordinal),
        "gauge" => name == family && !name.EndsWith("_total", StringComparison.Ordinal),
        "histogram" => name == family + "_bucket" || name == family + "_sum" || name == family + "_count",
        _ => false,
    };

    private void CheckHistograms()
    {
        foreach (var family in Families.Where(family => types[family] == "histogram"))
        {
            var sets = Samples
                .Where(sample => sample.StartsWith(family + "_bucket", StringComparison.Ordinal))
                .GroupBy(sample => BoundLabel.Replace(sample, ""), StringComparer.Ordinal);
            foreach (var buckets in sets)
            {
                var bounds = buckets.Select(bucket => ValueOf(BoundLabel.Match(bucket).Groups["le"].Value)).ToList();
                Assert.Equal(bounds.Order(), bounds);
                Assert.Equal(double.PositiveInfinity, bounds[^1]);
                var counts = buckets.Select(bucket => samples[bucket]).ToList();
                Assert.Equal(counts.Order(), counts);
                var labels = buckets.Key[(family + "_bucket").Length..].Replace("{}", "", StringComparison.Ordinal);
                Assert.Equal(counts[^1], this[family + "_count" + labels]);
                _ = this[family + "_sum" + labels];
            }
        }
    }

    private static double ValueOf(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        "NaN" => double.NaN,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static Match Match(Regex form, string line)
    {
        var match = form.Match(line);
        Assert.True(match.Success, $"Not a line of the format: {line}");
        return match;
    }

    [GeneratedRegex("""\A# HELP (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<text>([^\\]|\\\\|\\n)+)\z""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex HelpLine { get; }

    [GeneratedRegex("""\A# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<type>counter|gauge|histogram)\z""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex TypeLine { get; }

    [GeneratedRegex(
        """\A(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{((?<label>[a-zA-Z_][a-zA-Z0-9_]*)="([^"\\\n]|\\\\|\\"|\\n)*"(,(?!\})|(?=\})))+\})? (?<value>\+Inf|-Inf|NaN|-?[0-9]+(\.[0-9]+)?(E[+-][0-9]+)?)\z""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex SampleLine { get; }

    [GeneratedRegex(",?le=\"(?<le>[^\"]+)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex BoundLabel { get; }
}

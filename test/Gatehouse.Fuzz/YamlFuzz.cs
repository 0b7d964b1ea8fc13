using System.Text.Json;
using Gatehouse.Policies;

namespace Gatehouse.Fuzz;

/// <summary>YAML as JSON: read whole, or refused in one line.</summary>
public sealed class YamlFuzz
{
    [Fact]
    public void Whatever_the_text_it_becomes_JSON_of_as_many_lines_or_is_refused() => FuzzRun.OverCorpus("yaml", 12_000, static text =>
    {
        string json;
        try
        {
            json = Yaml.ToJson(text, "x.yaml");
        }
        catch (InputException refused)
        {
            Assert.StartsWith("x.yaml:", refused.Message, StringComparison.Ordinal);
            Assert.InRange(refused.Message.Length, 1, 400);
            return;
        }

        JsonDocument.Parse(json).Dispose();

        // Nothing is lost behind the end; only the value of a name that ends the text stands one line after it.
        Assert.InRange(json.Count(static letter => letter == '\n'), 0, text.Count(static letter => letter is '\n' or '\r' or '\u0085' or '\u2028' or '\u2029') + 1);
    });
}

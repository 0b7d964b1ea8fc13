using System.Globalization;
using System.Text.RegularExpressions;

namespace Gatehouse.House.Tests;

/// <summary>Every rule of authentication (AU) and every row of its table of bad inputs (BI) is cited by a test that proves it, or listed here with its reason.</summary>
public sealed partial class AuthenticationRuleTests
{
    private const int MostInARange = 40;

    // Numbers have gaps on purpose, and none is ever given to another rule.
    private static readonly string[] Rules =
    [
        "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "100", "101", "102", "103", "104", "105", "106", "107", "108", "109", "110",
        "111", "112", "113", "114", "115", "116", "117", "118", "120", "121", "122", "123", "124", "125", "126", "127", "128", "129", "130", "131", "132",
        "133", "134", "135", "136", "137", "138", "140", "141", "142", "143", "144", "145", "146", "147", "148", "149", "160", "161", "162", "163", "200",
        "201", "202", "203", "204", "205", "206", "207", "208", "209", "210", "211", "212", "213", "214", "215", "216", "217", "300", "301", "302", "303",
        "304", "305", "306", "307", "308", "309", "310", "311", "312", "313", "314", "315", "316", "317", "318", "319", "320", "321", "322", "323", "324",
        "325", "326", "327", "330", "331", "332", "333", "334", "340", "341", "400", "401", "402", "403", "404", "405", "406", "407", "408", "409", "410",
        "411", "412", "413", "414", "415", "416", "417", "418", "419", "420", "421", "422", "423", "424", "425", "426", "427", "428", "429", "500", "501",
        "502", "503", "504", "505", "506", "507", "510", "518", "520", "521", "523", "524", "600", "601", "602", "603", "604", "612", "613", "614", "615",
        "616", "617", "620", "700", "701", "702", "703", "704", "705", "706", "708", "710", "711", "712", "713", "720", "721", "730", "740", "741", "742",
        "743", "744", "745", "800", "801", "810", "811", "812", "813", "814", "815", "820", "821", "822", "830", "831", "832", "840", "841", "842", "850",
        "851", "852", "853", "860", "861", "862", "863",
    ];

    private static readonly string[] Rows = [.. Range(1, 91), .. Range(101, 140), .. Range(151, 175), .. Range(181, 196), .. Range(201, 237)];

    // What no test proves, and why. What finds its test leaves this list.
    private static readonly Dictionary<string, string> Without = new(StringComparer.Ordinal);

    [Fact]
    public void Every_rule_and_every_bad_input_is_cited_by_a_test_or_listed()
    {
        var cited = Cited();

        var uncited = All.Where(rule => !cited.Contains(rule) && !Without.ContainsKey(rule)).ToArray();

        Assert.Empty(uncited);
    }

    [Fact]
    public void What_is_listed_has_a_reason_and_no_test_that_is_known()
    {
        var cited = Cited();

        Assert.All(Without, one =>
        {
            Assert.Contains(one.Key, All);
            Assert.True(one.Value.Length > 20, one.Key);
            Assert.True(!cited.Contains(one.Key), $"{one.Key} is cited by a test: it need not be listed any more.");
        });
    }

    private static IEnumerable<string> All => Rules.Select(rule => "AU-" + rule).Concat(Rows.Select(row => "BI-" + row));

    private static HashSet<string> Cited()
    {
        var cited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "test"), "*", SearchOption.AllDirectories).Where(file => Tests().IsMatch(Repository.Relative(file))))
        {
            var text = File.ReadAllText(file);
            foreach (Match match in Citation().Matches(text))
            {
                var (kind, first) = (match.Groups["kind"].Value, Number(match.Groups["first"].Value));

                // A range names the rules that a whole suite of vectors proves; bad inputs are cited one by one.
                var last = kind == "AU" && match.Groups["last"].Success ? Number(match.Groups["last"].Value) : first;
                Assert.InRange(last - first, 0, MostInARange);
                cited.UnionWith(Enumerable.Range(first, last - first + 1).Select(number => $"{kind}-{number.ToString(CultureInfo.InvariantCulture)}"));
            }

            if (file.EndsWith("BadInputTests.cs", StringComparison.Ordinal))
            {
                cited.UnionWith(TableRow().Matches(text).Select(match => "BI-" + match.Groups["row"].Value));
            }
        }

        return cited;
    }

    private static IEnumerable<string> Range(int first, int last) => Enumerable.Range(first, last - first + 1).Select(number => number.ToString(CultureInfo.InvariantCulture));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    // Names of tests write AU_12 for AU-12.
    [GeneratedRegex(@"(?<![A-Za-z])(?<kind>AU|BI)[-_](?<first>\d+)(?: to (?:AU|BI)-(?<last>\d+))?", RegexOptions.ExplicitCapture)]
    private static partial Regex Citation();

    // The tables of bad inputs have the number of the row for a key.
    [GeneratedRegex(@"^\s+\[(?<row>\d+)\] = ", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^(?!.*/(bin|obj)/)(?!.*/(Authentication)?RuleTests\.cs$).*\.(cs|table|py|js|mjs)$")]
    private static partial Regex Tests();
}

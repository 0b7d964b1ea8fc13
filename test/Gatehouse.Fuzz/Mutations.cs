using System.Text;

namespace Gatehouse.Fuzz;

/// <summary>Changes a seed a little: letters, pieces, and words that mean something to a target.</summary>
internal static class Mutations
{
    private const int MostChanges = 6;
    private const int MostLetters = 20_000;

    private static readonly string[] Words =
    [
        "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "\\ud800", "\\u0000", "null", "true", "-1", "1e999", "0.1", "\"\"", "*", "?", "${", "}", "${*}", "${aws:username}", "${a:b, 'c'}", "Allow", "Deny",
        "\"Effect\":\"Allow\",", "\"Sid\":\"x\",", "\"NotAction\":\"*\",", "\"Principal\":\"*\",", "\"Condition\":{", "ForAllValues:", "IfExists", "StringEquals", "Null", "arn:aws:s3:::", "2012-10-17",
        "\uFEFF", "\0", "\t", "\n", "\r", "\ud83d\ude00", "\ud83d", "\ude00", "&a ", "*a", "!!str ", "---\n", "- ", "? ", "|\n", ">-\n", "# ", "'", "/*", "//",
    ];

    public static string Mutate(Random random, IReadOnlyList<string> seeds)
    {
        var text = new StringBuilder(seeds[random.Next(seeds.Count)]);
        for (var left = random.Next(1, MostChanges + 1); left > 0; left--)
        {
            var at = random.Next(text.Length + 1);
            var length = Math.Min(text.Length - at, 1 << random.Next(7));
            switch (random.Next(8))
            {
                case 0:
                    text.Remove(at, Math.Min(1, text.Length - at));
                    break;
                case 1:
                    text.Remove(at, length);
                    break;
                case 2:
                    text.Insert(random.Next(text.Length + 1), text.ToString(at, length));
                    break;
                case 3:
                    text.Insert(at, (char)random.Next(random.Next(2) == 0 ? 128 : 65_536));
                    break;
                case 4:
                    text.Insert(at, string.Concat(Enumerable.Repeat(Words[random.Next(Words.Length)], 1 << random.Next(9))));
                    break;
                case 5:
                    var other = seeds[random.Next(seeds.Count)];
                    text.Length = at;
                    text.Append(other.AsSpan(random.Next(other.Length + 1)));
                    break;
                default:
                    text.Insert(at, Words[random.Next(Words.Length)]);
                    break;
            }

            text.Length = Math.Min(text.Length, MostLetters);
        }

        return text.ToString();
    }
}

using System.Text;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Fuzz;

/// <summary>Matching, against a matcher that tries everything, and by the steps it takes.</summary>
public sealed class MatchingFuzz
{
    private static readonly string[] Letters = ["a", "b", "a", "A", ":", "/", "\ud83d\ude00", "\u00e9"];

    [Fact]
    public void Patterns_agree_with_a_matcher_that_tries_everything() => FuzzRun.Each(150_000, static (random, name) =>
    {
        var value = Draw(random, 3, "");
        var context = new RequestContext().Set("k:v", value);
        var written = Draw(random, 10, random.Next(4) == 0 ? "**??V" : "**?");
        var pattern = written.Replace("V", "${k:v}", StringComparison.Ordinal);
        var text = random.Next(2) == 0 ? Draw(random, 12, "") : Fill(random, written, value);

        var expected = Naive([.. written.EnumerateRunes().SelectMany(rune => rune.Value == 'V' ? value.EnumerateRunes().Select(static one => (One: one, Literal: true)) : [(rune, false)])], [.. text.EnumerateRunes()]);

        Assert.True(expected == TextPattern.Compile(pattern, variables: true, wildcards: true).Matches(text, context), $"{name}: '{pattern}' and '{text}' with '{value}': {expected}");
    });

    [Fact]
    public void Actions_agree_with_a_matcher_that_tries_everything() => FuzzRun.Each(100_000, static (random, name) =>
    {
        var pattern = string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => "abAB**?"[random.Next(7)]));
        var action = string.Concat(Enumerable.Range(0, random.Next(1, 11)).Select(_ => "abAB"[random.Next(4)]));

        var expected = Naive([.. pattern.ToLowerInvariant().EnumerateRunes().Select(static rune => (rune, false))], [.. action.ToLowerInvariant().EnumerateRunes()]);

        Assert.True(expected == ActionPattern.Read("s3:" + pattern).Matches("s3:" + action), $"{name}: '{pattern}' and '{action}': {expected}");
    });

    [Theory]
    [InlineData("*a", "", "a")]
    [InlineData("*a", "b", "a")]
    [InlineData("*a", "b*", "a")]
    [InlineData("*ab", "*c*", "ab")]
    [InlineData("*?", "b", "a")]
    [InlineData("*?a", "b*", "a")]
    [InlineData("a*", "b*", "a")]
    public void Adversarial_pattern_takes_steps_in_line_with_its_length_and_the_text(string repeated, string end, string letters)
    {
        // PL-102. Twice the pattern and the text: no more than twice the steps, and some.
        var once = Steps(500);
        var twice = Steps(1_000);

        Assert.InRange(twice, 1, (2 * once) + 100);
        Assert.InRange(twice, 1, 4 * 1_000 * (repeated.Length + letters.Length));

        long Steps(int times)
        {
            var text = string.Concat(Enumerable.Repeat(letters, times * repeated.Length));
            Counted.Steps = 0;
            TextPattern.Compile(string.Concat(Enumerable.Repeat(repeated, times)) + end, variables: false, wildcards: true).Matches<Counted>(text, RequestContext.Empty);
            return Counted.Steps;
        }
    }

    [Fact]
    public void Steps_never_exceed_text_times_the_longest_run_between_asterisks() => FuzzRun.Each(20_000, static (random, name) =>
    {
        var pattern = string.Concat(Enumerable.Range(0, random.Next(1, 60)).Select(_ => "aab*??"[random.Next(6)]));
        var text = string.Concat(Enumerable.Range(0, random.Next(200)).Select(_ => "aaab"[random.Next(4)]));
        var longest = pattern.Split('*').Max(static run => run.Length);
        Counted.Steps = 0;
        TextPattern.Compile(pattern, variables: false, wildcards: true).Matches<Counted>(text, RequestContext.Empty);

        Assert.True(Counted.Steps <= pattern.Length + ((text.Length + 1) * (longest + 2)), $"{name}: '{pattern}' on '{text}': {Counted.Steps}");
    });

    private static string Draw(Random random, int most, string wild) =>
        string.Concat(Enumerable.Range(0, random.Next(most + 1)).Select(_ => random.Next(3) == 0 && wild.Length > 0 ? wild[random.Next(wild.Length)].ToString() : Letters[random.Next(Letters.Length)]));

    // A text that nearly matches.
    private static string Fill(Random random, string pattern, string value)
    {
        var text = new StringBuilder();
        foreach (var rune in pattern.EnumerateRunes())
        {
            text.Append(rune.Value switch { '*' => Draw(random, 3, ""), '?' => Draw(random, 1, "") is { Length: > 0 } one ? one : "a", 'V' => value, _ => rune.ToString() });
        }

        if (random.Next(3) == 0 && text.Length > 0)
        {
            text.Append(Letters[random.Next(Letters.Length)]);
        }

        return text.ToString();
    }

    private static bool Naive(ReadOnlySpan<(Rune One, bool Literal)> pattern, ReadOnlySpan<Rune> text)
    {
        if (pattern.Length == 0)
        {
            return text.Length == 0;
        }

        var (one, literal) = pattern[0];
        if (!literal && one.Value == '*')
        {
            return Naive(pattern[1..], text) || (text.Length > 0 && Naive(pattern, text[1..]));
        }

        return text.Length > 0 && ((!literal && one.Value == '?') || one == text[0]) && Naive(pattern[1..], text[1..]);
    }

    private readonly struct Counted : ISteps
    {
        [ThreadStatic]
        private static long steps;

        public static long Steps
        {
            get => steps;
            set => steps = value;
        }

        public static void Take(int steps) => Counted.steps += steps;
    }
}

using System.Diagnostics;
using System.Globalization;
using System.Text;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Tests.Secrets;

public sealed class PasswordTextTests
{
    [Theory]
    [InlineData("Zu\u0308rich 8 Ba\u0308ume", "Z\u00fcrich 8 B\u00e4ume")]
    [InlineData("\u212bngstro\u0308m", "\u00c5ngstr\u00f6m")]
    [InlineData("a\u0323\u0302", "\u1ead")]
    [InlineData("a\u0302\u0323", "\u1ead")]
    [InlineData("\u1112\u1161\u11ab", "\ud55c")]
    [InlineData("\u0958", "\u0915\u093c")]
    [InlineData(" plain ASCII, spaces and all ", " plain ASCII, spaces and all ")]
    [InlineData("\ufb01 \u00b2", "\ufb01 \u00b2")]
    public void Letters_are_composed_and_nothing_else_is_changed(string typed, string kept) =>
        Assert.Equal(kept, PasswordText.Compose(typed)); // [AU-701]

    [Fact]
    public void What_is_no_text_stays_as_it_is()
    {
        // Attributes cannot hold half a pair.
        string[] halves = ["half \ud83d", "\udc00 half e\u0301"];
        Assert.All(halves, typed => Assert.Equal(typed, PasswordText.Compose(typed)));
    }

    [Fact]
    public async Task Every_letter_is_composed_as_an_independent_reader_of_Unicode_composes_it()
    {
        // Python's tables are Unicode's, made by others. It gives each code point whose forms differ, decomposed and composed.
        var start = new ProcessStartInfo("python3")
        {
            ArgumentList =
            {
                "-c",
                """
                import unicodedata as u
                for c in range(0x80, 0x110000):
                    if 0xd800 <= c < 0xe000: continue
                    d = u.normalize('NFD', chr(c))
                    if d != chr(c): print(*(' '.join('%x' % ord(x) for x in t) for t in (d, u.normalize('NFC', chr(c)))), sep=';')
                """,
            },
            RedirectStandardOutput = true,
        };
        using var python = Process.Start(start)!;
        var lines = (await python.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await python.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(0, python.ExitCode);
        Assert.InRange(lines.Length, 13_000, 20_000);
        var wrong = lines.Where(line => line.Split(';') is [var apart, var composed] && PasswordText.Compose(Text(apart)) != Text(composed));
        Assert.Empty(wrong);
    }

    private static string Text(string numbers) =>
        string.Concat(numbers.Split(' ').Select(number => new Rune(int.Parse(number, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));
}

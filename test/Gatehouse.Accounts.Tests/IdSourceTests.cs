using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Tests;

public sealed class IdSourceTests
{
    private readonly IdSource ids = new();

    [Fact]
    public void What_was_given_out_is_never_given_again()
    {
        var given = Enumerable.Range(0, 10_000).Select(_ => Draw(16)).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(10_000, given.Count);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(1023)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(100_000)]
    public void Any_number_of_bytes_is_drawn_anew(int count) => Assert.NotEqual(Draw(count) + Draw(count) + Draw(count), string.Concat(Enumerable.Repeat(Draw(count), 3)));

    // AU-200, AU-203
    [Theory]
    [InlineData("AIDA")]
    [InlineData("AROA")]
    [InlineData("AGPA")]
    [InlineData("AIPA")]
    [InlineData("ANPA")]
    [InlineData("APKA")]
    [InlineData("ASCA")]
    [InlineData("ACCA")]
    public void An_id_begins_with_its_kind_and_has_twenty_one_characters(string prefix) => Assert.Matches($"^{prefix}[A-Z0-9]{{17}}$", ids.NewId(prefix));

    [Fact]
    public async Task Threads_never_share_a_draw()
    {
        var lists = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Enumerable.Range(0, 2_000).Select(_ => ids.NewSecretKey()).ToList())));

        Assert.Equal(8_000, lists.SelectMany(list => list).Distinct(StringComparer.Ordinal).Count());
    }

    private string Draw(int count)
    {
        var bytes = new byte[count];
        ids.Fill(bytes);
        return Convert.ToHexString(bytes);
    }
}

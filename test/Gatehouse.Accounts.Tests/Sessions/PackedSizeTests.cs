using System.Security.Cryptography;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Tests.Sessions;

/// <summary>AU-312.</summary>
public sealed class PackedSizeTests
{
    private const string Printable = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\t\n\r";

    [Fact]
    public void Nothing_takes_nothing() => Assert.Equal(0, PackedSize.PercentOf(null, [], []));

    [Fact]
    public void Fifty_small_tags_fit() =>
        Assert.InRange(PackedSize.PercentOf(null, [], [.. Enumerable.Range(0, 50).Select(static i => new SessionTag($"cost-center-{i}", $"{i * 7919}", true))]), 1, 100);

    [Fact]
    public void Any_policy_of_2048_ASCII_characters_fits()
    {
        for (var i = 0; i < 50; i++)
        {
            Assert.InRange(PackedSize.PercentOf(RandomNumberGenerator.GetString(Printable, 2048), [], []), 1, 100);
        }
    }

    [Fact]
    public void A_policy_and_fifty_long_random_tags_do_not_fit()
    {
        var tags = Enumerable.Range(0, 50).Select(static _ => new SessionTag(RandomNumberGenerator.GetHexString(128), RandomNumberGenerator.GetHexString(256), false)).ToArray();

        Assert.InRange(PackedSize.PercentOf(new('p', 2048), [], tags), 101, 2000);
    }

    [Fact]
    public void Being_transitive_costs_nothing()
    {
        SessionTag[] tags = [.. Enumerable.Range(0, 50).Select(static i => new SessionTag($"k{i}", "value", false))];

        Assert.Equal(PackedSize.PercentOf(null, [], tags), PackedSize.PercentOf(null, [], [.. tags.Select(static tag => tag with { Transitive = true })]));
    }

    [Fact]
    public void It_is_rounded_up_so_that_100_percent_still_fits()
    {
        // Bytes that do not pack: the percentage follows their number.
        var all = Enumerable.Range(1, 300).Select(static i => PackedSize.PercentOf(RandomNumberGenerator.GetHexString(i * 16), [], [])).ToArray();

        Assert.Equal(1, PackedSize.PercentOf("x", [], []));
        Assert.Contains(all, static percent => percent > 100);
        Assert.Equal(((SessionPacking.Pack("x", [], [])!.Length * 100) + 2047) / 2048, PackedSize.PercentOf("x", [], []));
    }

    [Fact]
    public void What_is_far_too_much_is_far_over()
    {
        Assert.InRange(PackedSize.PercentOf(new('p', 1_000_000), [], []), 101, int.MaxValue);
        Assert.InRange(PackedSize.PercentOf(null, [new('p', 1_000_000)], []), 101, int.MaxValue);
    }

    [Fact]
    public void Packed_bytes_that_were_changed_do_not_read_wrong_nor_past_their_limit()
    {
        var packed = SessionPacking.Pack("policy", ["arn"], [new("k", "v", false)])!;
        Assert.True(SessionPacking.TryUnpack(packed, out var policy, out var arns, out var tags));
        Assert.Equal(("policy", "arn", new SessionTag("k", "v", false)), (policy, arns.Single(), tags.Single()));

        Assert.False(SessionPacking.TryUnpack([0xff, 0xff, 0xff, 0xff, 0x0f, .. packed[1..]], out _, out _, out _));
        Assert.False(SessionPacking.TryUnpack([0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff], out _, out _, out _));
        Assert.False(SessionPacking.TryUnpack([(byte)(packed[0] + 1), .. packed[1..]], out _, out _, out _));
        Assert.False(SessionPacking.TryUnpack([(byte)(packed[0] - 1), .. packed[1..]], out _, out _, out _));
        for (var length = 1; length < packed.Length; length++)
        {
            SessionPacking.TryUnpack(packed.AsSpan(0, length), out _, out _, out _);
        }
    }
}

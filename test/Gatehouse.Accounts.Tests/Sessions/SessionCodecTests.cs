using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Tests.Sessions;

/// <summary>The bytes inside a token. They are sealed, so nobody can choose them; reading them is bounded all the same.</summary>
public sealed class SessionCodecTests
{
    [Fact]
    public async Task Every_cut_of_the_bytes_is_refused()
    {
        var bytes = await Bytes();
        Assert.True(SessionCodec.TryRead(bytes, out _));

        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.False(SessionCodec.TryRead(bytes.AsSpan(0, length), out _));
        }
    }

    [Fact]
    public async Task At_most_two_zeros_may_follow()
    {
        var bytes = await Bytes();

        Assert.True(SessionCodec.TryRead([.. bytes, 0], out _));
        Assert.True(SessionCodec.TryRead([.. bytes, 0, 0], out _));
        Assert.False(SessionCodec.TryRead([.. bytes, 0, 0, 0], out _));
        Assert.False(SessionCodec.TryRead([.. bytes, 1], out _));
    }

    [Fact]
    public async Task Unknown_layouts_kinds_and_marks_are_refused()
    {
        var bytes = await Bytes();
        var marks = 2 + Tokens.SecretKey.Length;
        foreach (var (place, values) in ((int, byte[])[])[(0, [0, 2, 255]), (marks, [0, 7, 255]), (marks + 1, [32, 64, 255]), (marks + 2, [6, 255])])
        {
            foreach (var value in values)
            {
                var changed = bytes.ToArray();
                changed[place] = value;
                Assert.False(SessionCodec.TryRead(changed, out _));
            }
        }
    }

    [Fact]
    public async Task Any_bytes_at_all_are_read_without_harm()
    {
        var bytes = await Bytes();
        for (var i = 0; i < 20_000; i++)
        {
            var changed = i % 2 == 0 ? bytes.ToArray() : RandomNumberGenerator.GetBytes(1 + (i % 300));
            for (var changes = 1 + (i % 8); changes > 0; changes--)
            {
                changed[RandomNumberGenerator.GetInt32(changed.Length)] = (byte)RandomNumberGenerator.GetInt32(256);
            }

            SessionCodec.TryRead(changed, out _);
            SessionCodec.SecretKeyOf(changed);
        }
    }

    private static async Task<byte[]> Bytes()
    {
        var contents = (await Tokens.Open()).Full();
        var space = new byte[8192];
        var writer = new FieldWriter(space);
        SessionCodec.Write(ref writer, contents, SessionPacking.Pack(contents.Policy, contents.PolicyArns, contents.Tags), Encoding.UTF8.GetBytes(Tokens.SecretKey));
        return space[..writer.Length];
    }
}

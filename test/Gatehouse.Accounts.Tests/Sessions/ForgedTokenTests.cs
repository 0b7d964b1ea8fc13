using System.Buffers.Binary;
using System.Security.Cryptography;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Tests.Sessions;

/// <summary>Tokens that were forged, cut, changed, moved to another key or account, or outlived: through the real verifier [AU-117, AU-331].</summary>
public sealed class ForgedTokenTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private const int Head = 21;
    private const int Tag = 16;

    /// <summary>Ways to spoil a token, by name.</summary>
    public static TheoryData<string> Ways => [.. Spoilers.Keys];

    private static SortedDictionary<string, Func<string, (string Token, string KeyId)>> Spoilers { get; } = MakeSpoilers();

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Is_not_accepted(string way)
    {
        var tokens = await Tokens.Open();
        foreach (var contents in (SessionContents[])[tokens.Plain(), tokens.Full()])
        {
            var (token, keyId) = Spoilers[way](tokens.Issue(contents));

            Assert.Equal(SessionTokenFault.Unreadable, tokens.Fault(token, keyId));
        }
    }

    [Theory]
    [InlineData(0, SessionTokenFault.None)]
    [InlineData(3599, SessionTokenFault.None)]
    [InlineData(3600, SessionTokenFault.Expired)]
    [InlineData(3601, SessionTokenFault.Expired)]
    [InlineData(86400, SessionTokenFault.Expired)]
    public async Task Ends_to_the_second(int seconds, SessionTokenFault fault)
    {
        var tokens = await Tokens.Open();
        var token = tokens.Issue(tokens.Plain());
        tokens.Keys.Clock.Advance(TimeSpan.FromSeconds(seconds));

        Assert.Equal(fault, tokens.Fault(token));
    }

    [Fact]
    public async Task One_of_another_installation_and_one_whose_key_is_gone_are_not_accepted()
    {
        var (tokens, others) = (await Tokens.Open(), await Tokens.Open());
        Assert.Equal(SessionTokenFault.Unreadable, tokens.Fault(others.Issue(others.Full())));

        var token = tokens.Issue(tokens.Full());
        Assert.Equal(SessionTokenFault.None, tokens.Fault(token));
        await tokens.Ring.EndAllSessionsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(SessionTokenFault.Unreadable, tokens.Fault(token));
    }

    [Fact]
    public async Task Of_a_hundred_thousand_changes_none_is_accepted()
    {
        var tokens = await Tokens.Open();
        var good = Enumerable.Range(0, 16).Select(i => tokens.Issue((i % 2 == 0 ? tokens.Plain() : tokens.Full()) with { SessionName = $"name{i}" })).ToArray();
        var dice = new Dice(20260115);

        for (var i = 0; i < 100_000; i++)
        {
            var token = good[dice.Next(good.Length)];
            var changed = Mutate(token, good, dice);
            if (Array.IndexOf(good, changed) < 0)
            {
                Assert.False(tokens.Sessions.TryOpen(changed, Tokens.KeyId, out _, out var fault), changed);
                Assert.Equal(SessionTokenFault.Unreadable, fault);
            }
        }

        // What is good stays good, after all of them.
        Assert.All(good, token => Assert.Equal(SessionTokenFault.None, tokens.Fault(token)));
    }

    private static string Mutate(string token, string[] good, Dice dice)
    {
        var at = dice.Next(token.Length);
        var letters = token.ToCharArray();
        switch (dice.Next(8))
        {
            case 0:
                letters[at] = Alphabet[dice.Next(Alphabet.Length)];
                return new(letters);
            case 1:
                var other = dice.Next(token.Length);
                (letters[at], letters[other]) = (letters[other], letters[at]);
                return new(letters);
            case 2:
                return token[..at];
            case 3:
                return token.Insert(at, Alphabet[dice.Next(Alphabet.Length)].ToString());
            case 4:
                return token.Remove(at, Math.Min(1 + dice.Next(8), token.Length - at));
            case 5:
                // The head of one and the tail of another.
                var tail = good[dice.Next(good.Length)];
                return token[..at] + tail[Math.Min(at, tail.Length)..];
            case 6:
                letters[at] = (char)dice.Next(0x180);
                return new(letters);
            default:
                var raw = Convert.FromBase64String(token);
                raw[dice.Next(raw.Length)] ^= (byte)(1 << dice.Next(8));
                return Convert.ToBase64String(raw);
        }
    }

    private static SortedDictionary<string, Func<string, (string Token, string KeyId)>> MakeSpoilers()
    {
        var ways = new SortedDictionary<string, Func<string, (string, string)>>(StringComparer.Ordinal);
        for (var i = 0; i < Head; i++)
        {
            var place = i;
            ways[$"head, byte {i:D2} changed"] = token => (Change(token, raw => raw[place] ^= 0x01), Tokens.KeyId);
            ways[$"head, byte {i:D2} zero or all ones"] = token => (Change(token, raw => raw[place] = (byte)(raw[place] == 0 ? 0xff : 0)), Tokens.KeyId);
        }

        for (var i = 1; i <= Tag; i++)
        {
            var place = i;
            ways[$"tag, byte {i:D2} from the end changed"] = token => (Change(token, raw => raw[^place] ^= 0x80), Tokens.KeyId);
        }

        for (var i = 0; i < 24; i++)
        {
            var place = i;
            ways[$"sealed, byte {i:D2} changed"] = token => (Change(token, raw => raw[Head + place] ^= 0x10), Tokens.KeyId);
            ways[$"cut after {i * 4:D3} letters"] = token => (token[..(place * 4)], Tokens.KeyId);
        }

        foreach (var (name, keyId) in (IEnumerable<(string, string)>)[
            ("of another session", "ASIAQNZGKIQY56JQ7WML"), ("lasting", "AKIAY34FZKBOKMUTVV7A"), ("in small letters", "asiay34fzkbokmutvv7a"),
            ("none", ""), ("longer", "ASIAY34FZKBOKMUTVV7AA"), ("shorter", "ASIAY34FZKBOKMUTVV7"), ("not ASCII", "ASIAY34FZKBOKMUTVV7Ä"), ("of 129 letters", new('A', 129))])
        {
            ways["key id " + name] = token => (token, keyId);
        }

        ways["blank before"] = token => (" " + token, Tokens.KeyId);
        ways["line end after"] = token => (token + "\n", Tokens.KeyId);
        ways["line end inside"] = token => (token.Insert(40, "\r\n"), Tokens.KeyId);
        ways["padding after"] = token => (token + "====", Tokens.KeyId);
        ways["base64url letters"] = token => (token[..^4] + "-_-_", Tokens.KeyId);
        ways["twice"] = token => (token + token, Tokens.KeyId);
        ways["empty"] = _ => ("", Tokens.KeyId);
        ways["only zeros"] = token => (Convert.ToBase64String(new byte[token.Length / 4 * 3]), Tokens.KeyId);
        ways["too long"] = token => (token + new string('A', SessionTokens.MaxLength), Tokens.KeyId);
        ways["sealed with a key of one's own"] = token => (Change(token, Reseal), Tokens.KeyId);
        ways["sealed bytes swapped"] = token => (Change(token, raw => raw.AsSpan(Head, raw.Length - Head - Tag).Reverse()), Tokens.KeyId);
        ways["tag of zeros"] = token => (Change(token, raw => raw.AsSpan(raw.Length - Tag).Clear()), Tokens.KeyId);
        ways["another format"] = token => (Change(token, raw => raw[0] = 3), Tokens.KeyId);
        ways["a key that never was"] = token => (Change(token, raw => BinaryPrimitives.WriteUInt32BigEndian(raw.AsSpan(1), 0xdeadbeef)), Tokens.KeyId);
        return ways;
    }

    private static string Change(string token, Action<byte[]> change)
    {
        var raw = Convert.FromBase64String(token);
        change(raw);
        return Convert.ToBase64String(raw);
    }

    private static void Reseal(byte[] raw)
    {
        using var cipher = new AesGcm(SHA256.HashData("guessed"u8), Tag);
        cipher.Encrypt(new byte[12], raw[Head..^Tag], raw.AsSpan(Head, raw.Length - Head - Tag), raw.AsSpan(raw.Length - Tag), raw[..Head]);
    }

    /// <summary>The same throws in every run.</summary>
    private sealed class Dice(ulong seed)
    {
        private ulong state = seed;

        internal int Next(int sides)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            return (int)(state % (ulong)sides);
        }
    }
}

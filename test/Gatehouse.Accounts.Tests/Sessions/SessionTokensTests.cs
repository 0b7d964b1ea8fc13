using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts.Tests.Sessions;

/// <summary>AU-117, AU-330, AU-331 and AU-334.</summary>
public sealed class SessionTokensTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    [Fact]
    public async Task A_token_says_all_that_its_session_is()
    {
        var tokens = await Tokens.Open();

        foreach (var contents in (SessionContents[])[tokens.Plain(), tokens.Full(), tokens.Full() with { Policy = null, PolicyArns = [], PolicyIds = [] }, tokens.Full() with { PolicyIds = [] }, tokens.Plain() with { Policy = "" }])
        {
            Assert.Equal(Tokens.Spell(contents), Tokens.Spell(tokens.Read(tokens.Issue(contents))));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(50)]
    public async Task Each_tag_keeps_its_own_mark_of_being_transitive(int count)
    {
        var tokens = await Tokens.Open();
        var contents = tokens.Plain() with { Tags = [.. Enumerable.Range(0, count).Select(static i => new SessionTag($"k{i}", "v", i % 5 is 0 or 3))] };

        Assert.Equal(contents.Tags.AsEnumerable(), tokens.Read(tokens.Issue(contents)).Tags);
    }

    [Fact]
    public async Task The_secret_key_comes_out_as_it_went_in()
    {
        var tokens = await Tokens.Open();

        Assert.True(tokens.Sessions.TryOpenSecretKey(tokens.Issue(tokens.Full()), Tokens.KeyId, out var secret));

        using (secret)
        {
            Assert.Equal(Tokens.SecretKey, Encoding.UTF8.GetString(secret.Bytes));
        }
    }

    [Fact]
    public async Task A_token_opens_on_every_node_and_in_no_other_installation()
    {
        var tokens = await Tokens.Open();
        var token = tokens.Issue(tokens.Plain());

        Assert.Equal(SessionTokenFault.None, (await Tokens.Open(tokens.Keys)).Fault(token));
        Assert.Equal(SessionTokenFault.Unreadable, (await Tokens.Open()).Fault(token));
    }

    [Fact]
    public async Task A_token_is_bound_to_the_id_of_its_installation_beside_the_keys()
    {
        var tokens = await Tokens.Open();
        var token = tokens.Issue(tokens.Plain());
        var version = (await tokens.Keys.Store.LoadAsync(KeyRing.Stream, Secrets.Keys.Patience)).Version;
        var other = Row.Put("deployment", "id", Encoding.UTF8.GetBytes("""{"id":"00000000000000000000000000000000"}"""));
        Assert.True(await tokens.Keys.Store.AppendAsync(KeyRing.Stream, version, [other], Secrets.Keys.Patience));

        Assert.Equal(SessionTokenFault.Unreadable, (await Tokens.Open(tokens.Keys)).Fault(token));
    }

    [Fact]
    public async Task Nothing_is_written_when_a_session_starts()
    {
        var tokens = await Tokens.Open();
        var written = await tokens.Keys.Written();

        tokens.Issue(tokens.Full());

        Assert.Equal(written, await tokens.Keys.Written());
    }

    [Fact]
    public async Task It_opens_beside_its_own_access_key_id_alone()
    {
        var tokens = await Tokens.Open();
        var token = tokens.Issue(tokens.Plain());
        Assert.Equal(SessionTokenFault.None, tokens.Fault(token));

        foreach (var other in (string[])["ASIAY34FZKBOKMUTVV7B", "asiay34fzkbokmutvv7a", "ASIAY34FZKBOKMUTVV7", "ASIAY34FZKBOKMUTVV7AA", "", "é", new('A', 200)])
        {
            Assert.Equal(SessionTokenFault.Unreadable, tokens.Fault(token, other));
        }

        Assert.Equal(SessionTokenFault.Unreadable, tokens.Fault(tokens.Issue(tokens.Plain(), "ASIAY34FZKBOKMUTVV7B")));
    }

    [Fact]
    public async Task A_hundred_thousand_changed_tokens_stay_shut()
    {
        var tokens = await Tokens.Open();
        var good = tokens.Issue(tokens.Full());
        var opened = 0;
        Parallel.For(0, 100_000, i =>
        {
            // Every place with every kind of change, and then changes of several places.
            var token = good.ToCharArray();
            for (var changes = i < 10_000 ? 1 : 1 + (i % 4); changes > 0; changes--)
            {
                var place = i < 10_000 ? i % token.Length : RandomNumberGenerator.GetInt32(token.Length);
                token[place] = Alphabet[(Alphabet.IndexOf(token[place], StringComparison.Ordinal) + RandomNumberGenerator.GetInt32(1, 64)) % 64];
            }

            if (!token.AsSpan().SequenceEqual(good) && tokens.Sessions.TryOpen(token, Tokens.KeyId, out _, out _))
            {
                Interlocked.Increment(ref opened);
            }
        });

        Assert.Equal(0, opened);
        Assert.Equal(SessionTokenFault.None, tokens.Fault(good));
    }

    [Fact]
    public async Task A_token_has_one_spelling()
    {
        var tokens = await Tokens.Open();
        for (var i = 0; i < 3; i++)
        {
            var token = tokens.Issue(tokens.Plain() with { SessionName = new('s', 5 + i) });
            Assert.Matches("^[A-Za-z0-9+/]+$", token);
            string[] others =
            [
                token[..^4], token[..^1], token[..^8], token[4..], token + "A", token + "AAAA", token + "====", token + "=", " " + token, token + "\n",
                token.Insert(40, " "), token.Insert(40, "\r\n"), token.Insert(40, "    "), token.Insert(60, "AAAA"), token.Remove(60, 4),
                token.Replace('+', '-').Replace('/', '_') + "-", token[..^4] + "AA==", token + token, token.ToLowerInvariant(), token + "é",
                Convert.ToBase64String([.. Convert.FromBase64String(token), 0]), "", "AAAA", "A", new('A', 8192), new('A', 8196), new('/', 100_000),
            ];

            Assert.All(others, other => Assert.Equal(SessionTokenFault.Unreadable, tokens.Fault(other)));
        }
    }

    [Fact]
    public async Task Each_cut_of_a_token_stays_shut()
    {
        var tokens = await Tokens.Open();
        var token = tokens.Issue(tokens.Full());

        for (var length = 0; length < token.Length; length++)
        {
            Assert.False(tokens.Sessions.TryOpen(token.AsSpan(0, length), Tokens.KeyId, out _, out _));
        }
    }

    [Fact]
    public async Task Parts_of_two_good_tokens_make_no_third()
    {
        var tokens = await Tokens.Open();
        var (one, two) = (tokens.Issue(tokens.Plain()), tokens.Issue(tokens.Plain()));
        Assert.NotEqual(one, two);
        Assert.Equal(one.Length, two.Length);

        for (var place = 8; place < one.Length; place += 4)
        {
            Assert.Equal(SessionTokenFault.Unreadable, tokens.Fault(one[..place] + two[place..]));
        }
    }

    [Fact]
    public async Task It_is_expired_from_the_very_instant_it_expires_AU_117()
    {
        var tokens = await Tokens.Open();
        var fresh = tokens.Issue(tokens.Plain(TimeSpan.FromMinutes(15)));
        var remembered = tokens.Issue(tokens.Plain(TimeSpan.FromMinutes(15)));
        Assert.Equal(SessionTokenFault.None, tokens.Fault(remembered));

        tokens.Keys.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(SessionTokenFault.None, tokens.Fault(remembered));

        tokens.Keys.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(SessionTokenFault.Expired, tokens.Fault(remembered));
        Assert.Equal(SessionTokenFault.Expired, tokens.Fault(fresh));
        Assert.Equal(SessionTokenFault.Unreadable, tokens.Fault(fresh, "ASIAY34FZKBOKMUTVV7B"));
    }

    [Fact]
    public async Task A_clock_set_back_does_not_hurt()
    {
        var tokens = await Tokens.Open();
        var token = tokens.Issue(tokens.Plain());

        tokens.Keys.Clock.Advance(TimeSpan.FromDays(-400));

        Assert.Equal(SessionTokenFault.None, tokens.Fault(token));
        Assert.Equal(SessionTokenFault.None, tokens.Fault(tokens.Issue(tokens.Plain())));
    }

    [Fact]
    public async Task Nothing_of_the_secret_shows_in_the_token()
    {
        var tokens = await Tokens.Open();
        for (var i = 0; i < 200; i++)
        {
            var raw = Convert.FromBase64String(tokens.Issue(tokens.Plain()));
            foreach (var word in (string[])[Tokens.SecretKey, "AROAJQABLZS4A3QDU576Q", "build-42", "Deploy", Tokens.KeyId])
            {
                for (var start = 0; start + 6 <= word.Length; start++)
                {
                    Assert.Equal(-1, raw.AsSpan().IndexOf(Encoding.ASCII.GetBytes(word.Substring(start, 6))));
                }
            }
        }
    }

    [Fact]
    public async Task Contents_print_no_secret()
    {
        var tokens = await Tokens.Open();

        Assert.DoesNotContain(typeof(SessionContents).GetProperties(), static property => property.PropertyType == typeof(Secret));
        Assert.DoesNotContain(Tokens.SecretKey, Tokens.Spell(tokens.Read(tokens.Issue(tokens.Full()))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_usual_token_is_short_and_the_longest_has_a_limit_AU_330()
    {
        var tokens = await Tokens.Open();
        Assert.InRange(tokens.Issue(tokens.Plain()).Length, 200, 400);

        using var secret = Secret.FromText(Tokens.SecretKey);
        var (fits, tooLong) = (0, 0);
        for (var length = 5_500; length < 6_200; length++)
        {
            if (tokens.Sessions.TryIssue(tokens.Plain() with { FederationKeys = [new("saml:sub", [new('x', length)])] }, Tokens.KeyId, secret, out var token))
            {
                Assert.Equal(0, tooLong);
                Assert.InRange(token.Length, 1, SessionTokens.MaxLength);
                Assert.Equal(length, tokens.Read(token).FederationKeys[0].Values[0].Length);
                fits++;
            }
            else
            {
                Assert.Null(token);
                tooLong++;
            }
        }

        Assert.True(fits > 0 && tooLong > 0);
    }

    [Fact]
    public async Task Ids_that_are_none_are_refused_before_a_token_is_made()
    {
        var tokens = await Tokens.Open();
        using var secret = Secret.FromText(Tokens.SecretKey);

        foreach (var id in (string[])["", "00", "00112233445566778899aabbccddeef", "00112233445566778899aabbccddeeff0", "zz112233445566778899aabbccddeeff"])
        {
            Assert.Throws<ArgumentException>(() => tokens.Sessions.TryIssue(tokens.Plain() with { SessionId = id }, Tokens.KeyId, secret, out _));
            Assert.Throws<ArgumentException>(() => tokens.Sessions.TryIssue(tokens.Plain() with { ParentSessionId = id }, Tokens.KeyId, secret, out _));
        }

        Assert.Throws<ArgumentException>(() => tokens.Sessions.TryIssue(tokens.Plain(), "", secret, out _));
        Assert.Throws<ArgumentException>(() => tokens.Sessions.TryIssue(tokens.Plain(), "ÄSIA", secret, out _));
    }
}

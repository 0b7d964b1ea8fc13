using Gatehouse.Accounts.Federation;
using Gatehouse.Federation;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>Random changes of good proofs: none is taken that says anything else than the original.</summary>
public sealed class MutationTests
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ ";

    private readonly FederationFixture federation = new();

    [Fact]
    public async Task No_change_of_a_token_is_taken()
    {
        var random = new Random(20260115);
        string[] good = [federation.Issuer.Token(federation.Now), federation.Issuer.Token(federation.Now, header: header => (header["alg"], header["kid"]) = ("RS256", "rs"), sign: TestIssuer.ByRsa)];
        var (proofs, account) = (federation.Account.Installation.Proofs!, federation.Account.Account);
        for (var i = 0; i < 100_000; i++)
        {
            var changed = Change(good[i & 1], random, Alphabet);

            if (await TakesAsync(proofs, account, changed))
            {
                Assert.Fail("Taken: " + changed);
            }
        }

        Assert.True(await TakesAsync(proofs, account, good[0]));
        Assert.True(await TakesAsync(proofs, account, good[1]));
    }

    [Fact]
    public void No_change_of_an_assertion_is_taken_for_something_else()
    {
        // White space in base64 and quotes in tags may change without changing what is signed; whom it names may not.
        var random = new Random(20260116);
        string[] good = [TestIdentityProvider.Sign(TestIdentityProvider.Response(federation.Now)), TestIdentityProvider.Sign(TestIdentityProvider.Response(federation.Now), "_r1")];
        var (proofs, account) = (federation.Account.Installation.Proofs!, federation.Account.Account);
        var original = Describe(proofs.CheckAssertion(account, FederationFixture.SamlArn, FederationFixture.RoleArn, TestIdentityProvider.Encode(good[0])));
        for (var i = 0; i < 4_000; i++)
        {
            var changed = Change(good[i & 1], random, Alphabet + "<>\"'&;:#");
            try
            {
                Assert.Equal(original, Describe(proofs.CheckAssertion(account, FederationFixture.SamlArn, FederationFixture.RoleArn, TestIdentityProvider.Encode(changed))));
            }
            catch (ProofException)
            {
                // As it should be.
            }
        }
    }

    private static string Describe(ProvenIdentity proof) => string.Join('|', [
        proof.Subject, proof.SubjectType, proof.Issuer, proof.Audience, proof.SessionName, proof.SourceIdentity, $"{proof.SessionEnds}",
        .. proof.Keys.Select(key => $"{key.Name}={string.Join(',', key.Values)}"), .. proof.Tags.Select(tag => $"{tag.Key}={tag.Value}")]);

    private static async Task<bool> TakesAsync(IIdentityProofs proofs, Accounts.Account account, string token)
    {
        try
        {
            await proofs.CheckTokenAsync(account, token, TestContext.Current.CancellationToken);
            return true;
        }
        catch (ProofException)
        {
            return false;
        }
    }

    // Another letter, a letter more, a letter less, two exchanged, a piece cut out, a piece twice; never the same text.
    private static string Change(string text, Random random, string alphabet)
    {
        while (true)
        {
            var at = random.Next(text.Length - 1);
            var length = Math.Min(random.Next(1, 20), text.Length - at);
            var changed = random.Next(6) switch
            {
                0 => $"{text[..at]}{alphabet[random.Next(alphabet.Length)]}{text[(at + 1)..]}",
                1 => $"{text[..at]}{alphabet[random.Next(alphabet.Length)]}{text[at..]}",
                2 => text.Remove(at, 1),
                3 => $"{text[..at]}{text[at + 1]}{text[at]}{text[(at + 2)..]}",
                4 => text.Remove(at, length),
                _ => text.Insert(at, text.Substring(at, length)),
            };
            if (changed != text)
            {
                return changed;
            }
        }
    }
}

using System.Text;

namespace Gatehouse.Signatures.Tests;

/// <summary>The cache of derived keys: AU-134.</summary>
public sealed class SigningKeyCacheTests
{
    private readonly VerificationKey key = SigningKey.Derive(Encoding.UTF8.GetBytes(Given.Secret), "20260115", "us-east-1", "sts");

    [Fact]
    public void What_was_kept_is_found_with_its_owner()
    {
        var cache = new SigningKeyCache<string>();
        Assert.False(cache.TryGet(Of("AKIA1"), Given.Now, out _, out _));

        cache.Set(Of("AKIA1"), Given.Now, key, "one");

        Assert.True(cache.TryGet(Of("AKIA1"), Given.Now, out var found, out var owner));
        Assert.Same(key, found);
        Assert.Equal("one", owner);
    }

    [Theory]
    [InlineData("AKIA2/20260115/us-east-1/sts/aws4_request")]
    [InlineData("AKIA1/20260116/us-east-1/sts/aws4_request")]
    [InlineData("AKIA1/20260115/us-east-2/sts/aws4_request")]
    [InlineData("AKIA1/20260115/us-east-1/iam/aws4_request")]
    public void Another_key_day_region_or_service_is_another_entry(string credential)
    {
        var cache = new SigningKeyCache<string>();
        cache.Set(Of("AKIA1"), Given.Now, key, "one");

        Assert.False(cache.TryGet(new() { CredentialText = credential.AsMemory() }, Given.Now, out _, out _));
    }

    [Fact]
    public void A_4a_key_is_found_in_every_scope_and_never_taken_for_the_other_kind()
    {
        var cache = new SigningKeyCache<string>();
        var ecdsa = EcdsaPublicKey.Derive(Encoding.UTF8.GetBytes(Given.Secret), "AKIA1");
        var sts = new Signature { Algorithm = SignatureAlgorithm.EcdsaP256Sha256, CredentialText = "AKIA1/20260115/sts/aws4_request".AsMemory() };
        var iam = new Signature { Algorithm = SignatureAlgorithm.EcdsaP256Sha256, CredentialText = "AKIA1/20260116/iam/aws4_request".AsMemory() };
        cache.Set(sts, Given.Now, ecdsa, "one");

        Assert.True(cache.TryGet(iam, Given.Now, out var found, out _));
        Assert.Same(ecdsa, found);
        Assert.False(cache.TryGet(Of("AKIA1"), Given.Now, out _, out _));
    }

    [Fact]
    public void Setting_again_replaces()
    {
        var cache = new SigningKeyCache<string>(2);
        cache.Set(Of("AKIA1"), Given.Now, key, "one");
        cache.Set(Of("AKIA1"), Given.Now, key, "two");
        cache.Set(Of("AKIA2"), Given.Now, key, "three");

        Assert.Equal(2, cache.Count);
        Assert.True(cache.TryGet(Of("AKIA1"), Given.Now, out _, out var owner));
        Assert.Equal("two", owner);
    }

    [Fact]
    public void It_never_grows_past_its_capacity_and_keeps_what_is_used()
    {
        var cache = new SigningKeyCache<string>(64);
        cache.Set(Of("AKIAHOT"), Given.Now, key, "hot");
        for (var index = 0; index < 1000; index++)
        {
            cache.Set(Of($"AKIA{index}"), Given.Now, key, "cold");
            Assert.True(cache.TryGet(Of("AKIAHOT"), Given.Now, out _, out _));
        }

        Assert.Equal(64, cache.Count);
    }

    [Fact]
    public void The_capacity_is_4096_unless_told() => Assert.Equal(4096, SigningKeyCache<string>.DefaultCapacity);

    [Fact]
    public void Nothing_is_found_after_a_day_and_nothing_stays_much_longer()
    {
        var cache = new SigningKeyCache<string>();
        cache.Set(Of("AKIA1"), Given.Now, key, "one");

        Assert.True(cache.TryGet(Of("AKIA1"), Given.Now.AddDays(1).AddTicks(-1), out _, out _));
        Assert.False(cache.TryGet(Of("AKIA1"), Given.Now.AddDays(1), out _, out _));
        cache.Set(Of("AKIA2"), Given.Now.AddDays(1), key, "two");
        Assert.Equal(1, cache.Count);
    }

    [Fact]
    public void Removing_an_access_key_forgets_all_its_scopes_and_no_others()
    {
        var cache = new SigningKeyCache<string>();
        cache.Set(Of("AKIA1"), Given.Now, key, "one");
        cache.Set(new() { CredentialText = "AKIA1/20260115/eu-west-1/iam/aws4_request".AsMemory() }, Given.Now, key, "one");
        cache.Set(new() { Algorithm = SignatureAlgorithm.EcdsaP256Sha256, CredentialText = "AKIA1/20260115/sts/aws4_request".AsMemory() }, Given.Now, key, "one");
        cache.Set(Of("AKIA11"), Given.Now, key, "other");

        cache.Remove("AKIA1");

        Assert.Equal(1, cache.Count);
        Assert.True(cache.TryGet(Of("AKIA11"), Given.Now, out _, out _));
    }

    [Fact]
    public async Task Many_threads_find_only_what_was_put_under_the_name()
    {
        var cache = new SigningKeyCache<string>(32);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() =>
        {
            for (var index = 0; index < 20_000; index++)
            {
                var name = $"AKIA{index * (worker + 3) % 100}";
                if (!cache.TryGet(Of(name), Given.Now, out _, out var owner))
                {
                    cache.Set(Of(name), Given.Now, key, name);
                }
                else
                {
                    Assert.Equal(name, owner);
                }

                if (index % 500 == 0)
                {
                    cache.Remove(name);
                }
            }
        })));

        Assert.InRange(cache.Count, 1, 32);
    }

    private static Signature Of(string keyId) => new() { CredentialText = $"{keyId}/20260115/us-east-1/sts/aws4_request".AsMemory() };
}

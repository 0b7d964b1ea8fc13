using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Signatures;

/// <summary>Remembers derived keys, so that a request costs one HMAC and not five, nor the unsealing of a secret (AU-134).</summary>
/// <typeparam name="TOwner">What the key stands for: say, a principal tied to its account's version. A hit whose owner is out of date is a miss; only the caller can tell.</typeparam>
/// <remarks>Safe for many threads; a hit neither allocates nor waits for a lock. Never grows past its capacity; nothing in it is older than a day.</remarks>
public sealed class SigningKeyCache<TOwner>
    where TOwner : class
{
    /// <summary>The number of keys kept when nothing else is asked for.</summary>
    public const int DefaultCapacity = 4096;

    /// <summary>Makes an empty cache.</summary>
    /// <param name="capacity">The most keys it may hold.</param>
    public SigningKeyCache(int capacity = DefaultCapacity) => _ = capacity;

    /// <summary>Finds the key for a signature's access key and scope.</summary>
    public bool TryGet(in Signature signature, DateTimeOffset now, [NotNullWhen(true)] out VerificationKey? key, [NotNullWhen(true)] out TOwner? owner) =>
        throw new NotImplementedException();

    /// <summary>Keeps a key; call it once the signature was right, so that strangers cannot fill the cache.</summary>
    public void Set(in Signature signature, DateTimeOffset now, VerificationKey key, TOwner owner) => throw new NotImplementedException();

    /// <summary>Forgets every key of an access key, in all scopes. Looks at all entries: for changes, not for requests.</summary>
    public void Remove(ReadOnlySpan<char> accessKeyId) => throw new NotImplementedException();
}

namespace Gatehouse.Accounts.Secrets;

/// <summary>Holds the keys that wrap all other keys, and never lets them into the store (AU-212): a file, the environment, or a key service.</summary>
public interface IKeyEncryptionKeyProvider
{
    /// <summary>The id of the key that wraps from now on. It stands beside each key it wrapped.</summary>
    string CurrentId { get; }

    /// <summary>Says whether a key of this id is at hand, so that what it wrapped can be unwrapped.</summary>
    bool Knows(string id);

    /// <summary>Encrypts a key under the current key.</summary>
    /// <param name="key">The key to wrap.</param>
    /// <param name="context">What the key is for; needed again, byte for byte, to unwrap it.</param>
    /// <param name="cancel">Ends the wait.</param>
    ValueTask<WrappedKey> WrapAsync(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> context, CancellationToken cancel);

    /// <summary>Decrypts a key.</summary>
    /// <param name="wrapped">What <see cref="WrapAsync"/> gave.</param>
    /// <param name="context">What was given with it then.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>Null when its key is not at hand, or when wrapped key and context do not fit it.</returns>
    ValueTask<Secret?> UnwrapAsync(WrappedKey wrapped, ReadOnlyMemory<byte> context, CancellationToken cancel);
}

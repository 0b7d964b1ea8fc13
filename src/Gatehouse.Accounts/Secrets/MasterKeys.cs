using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Accounts.Secrets;

/// <summary>Master keys held by the process: from a file beside the data, or from the environment (AU-212).</summary>
public sealed class MasterKeys : IKeyEncryptionKeyProvider
{
    /// <summary>The environment variable that holds the keys: base64 of 32 bytes each, the current one first, older ones after a comma.</summary>
    public const string EnvironmentVariable = "GATEHOUSE_MASTER_KEY";

    /// <summary>The file's name in the data folder.</summary>
    public const string FileName = "master.key";

    /// <inheritdoc/>
    public string CurrentId => throw new NotImplementedException();

    /// <summary>True when <see cref="Open"/> has just made the file: the operator must hear of it, and back it up.</summary>
    public bool Made { get; private init; }

    /// <summary>Reads the master keys of a data folder, and makes them at the first start.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="environment">The value of <see cref="EnvironmentVariable"/>; null when not set.</param>
    /// <returns>The keys: those of the environment first, then those of the file, so that keys wrapped by the file still open.</returns>
    /// <exception cref="MasterKeyException">A key cannot be read.</exception>
    public static MasterKeys Open(string folder, string? environment) => throw new NotImplementedException();

    /// <summary>Makes a key that lives as long as the process, for a store that does too.</summary>
    public static MasterKeys Ephemeral() => throw new NotImplementedException();

    /// <inheritdoc/>
    public bool Knows(string id) => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask<byte[]> WrapAsync(ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> context, CancellationToken cancel) => throw new NotImplementedException();

    /// <inheritdoc/>
    public ValueTask<Secret?> UnwrapAsync(string id, ReadOnlyMemory<byte> wrapped, ReadOnlyMemory<byte> context, CancellationToken cancel) =>
        throw new NotImplementedException();
}

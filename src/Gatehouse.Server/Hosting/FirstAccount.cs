namespace Gatehouse.Server.Hosting;

/// <summary>The first account of a store.</summary>
/// <param name="Id">Its twelve digits.</param>
/// <param name="RootAccessKeyId">An access key id of its root user; null when it has none.</param>
/// <param name="Secret">The secret that was drawn just now, to be shown once; null at any other time.</param>
/// <param name="Made">Whether it was made just now.</param>
internal sealed record FirstAccount(string Id, string? RootAccessKeyId, string? Secret, bool Made)
{
    /// <summary>Whether a root password was given and not used, because the root user has one.</summary>
    internal bool PasswordUnused { get; init; }

    /// <summary>What an operator should know of what the seed made.</summary>
    internal IReadOnlyList<string> Warnings { get; init; } = [];

    /// <inheritdoc/>
    public override string ToString() => Id;
}

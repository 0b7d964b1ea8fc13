using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>What a program said of itself when it was registered. It is its client id, sealed: strangers who register programs write nothing [AU-850].</summary>
/// <remarks>Travels inside client ids: names are never changed.</remarks>
public sealed record RegisteredClient
{
    /// <summary>How long a registration is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(90);

    /// <summary>The most characters of a client id: it stands in addresses.</summary>
    public const int MaxLength = 1024;

    // Registrations belong to no account.
    private const string NoAccount = "";

    /// <summary>What people call it.</summary>
    public required string Name { get; init; }

    /// <summary>When it was registered.</summary>
    public required DateTimeOffset Issued { get; init; }

    /// <summary>What it may ask for; empty when it did not say.</summary>
    public ImmutableArray<string> Scopes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Where browsers may be sent with its codes.</summary>
    public ImmutableArray<string> RedirectUris { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>By which grants it asks for tokens.</summary>
    public ImmutableArray<string> GrantTypes { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The identity store whose people it is for; null when it did not say.</summary>
    public string? StoreId { get; init; }

    /// <summary>When the registration ends.</summary>
    [JsonIgnore]
    public DateTimeOffset Expires => Issued + Life;

    /// <summary>Whether a browser may be sent to an address with a code for it: to the letter, but for the port of this machine's own [AU-851].</summary>
    public bool Allows(string redirectUri)
    {
        ArgumentNullException.ThrowIfNull(redirectUri);
        return RedirectUris.Contains(redirectUri) || RedirectUris.Contains(WithoutPort(redirectUri));
    }

    /// <summary>The client id.</summary>
    /// <returns>False when there is too much of it for one.</returns>
    public bool TrySeal(SealedMessages messages, [NotNullWhen(true)] out string? clientId)
    {
        ArgumentNullException.ThrowIfNull(messages);
        clientId = messages.TrySeal(MessagePurpose.Client, NoAccount, JsonSerializer.Serialize(this, PortalJson.Default.RegisteredClient), out var text) && text.Length <= MaxLength ? text : null;
        return clientId is not null;
    }

    /// <summary>The program of a client id.</summary>
    /// <returns>False when it is none of ours, or its registration has ended.</returns>
    public static bool TryRead(SealedMessages messages, string? clientId, DateTimeOffset now, [NotNullWhen(true)] out RegisteredClient? client)
    {
        ArgumentNullException.ThrowIfNull(messages);
        client = clientId is { Length: <= MaxLength } && messages.TryOpen(MessagePurpose.Client, NoAccount, clientId, out var json)
            ? JsonSerializer.Deserialize(json, PortalJson.Default.RegisteredClient)
            : null;
        client = client?.Expires > now ? client : null;
        return client is not null;
    }

    /// <summary>The secret that goes with a client id.</summary>
    public static string SecretOf(SealedMessages messages, string clientId)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return messages.TrySeal(MessagePurpose.ClientSecret, NoAccount, HashOf(clientId), out var secret) ? secret : throw new InvalidOperationException("A hash does not fit.");
    }

    /// <summary>Whether a secret goes with a client id.</summary>
    public static bool IsSecretOf(SealedMessages messages, string clientId, string secret)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return messages.TryOpen(MessagePurpose.ClientSecret, NoAccount, secret, out var hash)
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(HashOf(clientId)));
    }

    /// <summary>What grants keep of a client id.</summary>
    public static string HashOf(string clientId) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(clientId)));

    // Nothing is decoded, so nothing can be hidden.
    private static string WithoutPort(string uri)
    {
        foreach (var host in (ReadOnlySpan<string>)["http://127.0.0.1", "http://[::1]"])
        {
            var slash = uri.Length > host.Length ? uri.IndexOf('/', host.Length) : -1;
            if (uri.StartsWith(host + ":", StringComparison.Ordinal) && slash > host.Length + 1 && uri.AsSpan(host.Length + 1, slash - host.Length - 1) is { Length: <= 5 } port
                && port.IndexOfAnyExceptInRange('0', '9') < 0)
            {
                return host + uri[slash..];
            }
        }

        return uri;
    }
}

using System.Globalization;
using System.Net;
using Gatehouse.Accounts.Sessions;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Accounts.Authorization;

/// <summary>The condition keys of the transport and the clock, made only when a policy asks for one (policy-language.md, 13.2 and 13.3).</summary>
public abstract class TransportKeys : IContextSource
{
    private static readonly string[] Names =
    [
        "aws:SourceIp", "aws:SecureTransport", "aws:CurrentTime", "aws:EpochTime", "aws:RequestedRegion", "aws:UserAgent", "aws:referer",
        "aws:MultiFactorAuthAge",
    ];

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, ContextValues>> All
    {
        get
        {
            foreach (var name in Names)
            {
                if (TryFind(name, out var values))
                {
                    yield return KeyValuePair.Create(name, values);
                }
            }
        }
    }

    /// <summary>The client's address; null when it is not known.</summary>
    protected abstract IPAddress? Address { get; }

    /// <summary>Whether the request came over TLS.</summary>
    protected abstract bool Secure { get; }

    /// <summary>When it came.</summary>
    protected abstract DateTimeOffset Now { get; }

    /// <summary>The region that it asks.</summary>
    protected abstract string Region { get; }

    /// <summary>What the client calls itself; null when it does not say.</summary>
    protected abstract string? UserAgent { get; }

    /// <summary>Where the client says that it comes from; null when it does not.</summary>
    protected abstract string? Referer { get; }

    /// <summary>The session of the caller; null when it has none.</summary>
    protected abstract SessionContents? Session { get; }

    /// <inheritdoc/>
    public bool TryFind(string name, out ContextValues values)
    {
        if (Find(name) is { } value)
        {
            values = value;
            return true;
        }

        values = default;
        return false;
    }

    private string? Find(string name)
    {
        if (!name.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var index = Array.FindIndex(Names, known => known.Equals(name, StringComparison.OrdinalIgnoreCase));
        return index < 0 ? null : Names[index] switch
        {
            "aws:SourceIp" => AddressText(),
            "aws:SecureTransport" => Secure ? "true" : "false",
            "aws:CurrentTime" => Now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            "aws:EpochTime" => Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            "aws:RequestedRegion" => Region,
            "aws:UserAgent" => UserAgent,
            "aws:referer" => Referer,
            "aws:MultiFactorAuthAge" => MfaAge(),
            _ => null,
        };
    }

    private string? AddressText() => Address switch
    {
        null => null,
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => address.ToString(),
    };

    private string? MfaAge() => Session is { MfaTime: { } shown, Kind: SessionKind.SessionToken or SessionKind.SignIn }
        ? ((long)(Now - shown).TotalSeconds).ToString(CultureInfo.InvariantCulture)
        : null;
}

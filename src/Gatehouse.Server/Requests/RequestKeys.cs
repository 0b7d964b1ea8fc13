using System.Globalization;
using Gatehouse.Accounts;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Server.Requests;

/// <summary>The condition keys of the transport and the clock, made only when a policy asks for one (policy-language.md, 13.2 and 13.3).</summary>
internal sealed class RequestKeys(Inbound inbound, Caller caller, string region, bool globalService) : IContextSource
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
            "aws:SourceIp" => Address(),
            "aws:SecureTransport" => inbound.Secure ? "true" : "false",
            "aws:CurrentTime" => inbound.Now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            "aws:EpochTime" => inbound.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),

            // AWS: global services answer in us-east-1, whatever region a client signed for.
            "aws:RequestedRegion" => globalService ? "us-east-1" : region,
            "aws:UserAgent" => inbound.UserAgent,
            "aws:referer" => inbound.Find("Referer"),
            "aws:MultiFactorAuthAge" => MfaAge(),
            _ => null,
        };
    }

    private string? Address() => inbound.Address switch
    {
        null => null,
        { IsIPv4MappedToIPv6: true } mapped => mapped.MapToIPv4().ToString(),
        var address => address.ToString(),
    };

    private string? MfaAge() => caller.Session is { MfaTime: { } shown, Kind: Accounts.Sessions.SessionKind.SessionToken or Accounts.Sessions.SessionKind.SignIn }
        ? ((long)(inbound.Now - shown).TotalSeconds).ToString(CultureInfo.InvariantCulture)
        : null;
}

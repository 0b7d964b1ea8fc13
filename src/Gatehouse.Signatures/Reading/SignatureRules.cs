using System.Collections.Frozen;

namespace Gatehouse.Signatures;

/// <summary>What an installation may choose about signatures. The defaults are AWS's.</summary>
public sealed record SignatureRules
{
    /// <summary>AWS's own choices: any region in the scope, 15 minutes of skew.</summary>
    public static SignatureRules Default { get; } = new();

    /// <summary>How far the request's time may lie from the server's, both ends inside; 1 to 15 minutes (AU-112).</summary>
    public TimeSpan ClockSkew
    {
        get;
        init => field = value >= TimeSpan.FromMinutes(1) && value <= TimeSpan.FromMinutes(15)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "The clock skew must lie between 1 and 15 minutes.");
    } = TimeSpan.FromMinutes(15);

    /// <summary>The regions a scope may name; null takes every well-formed one (AU-114).</summary>
    public FrozenSet<string>? Regions
    {
        get;
        init
        {
            // INVARIANT: the comparison is exact, whatever comparer the set was made with.
            field = value?.ToFrozenSet(StringComparer.Ordinal);
            RegionLookup = field?.GetAlternateLookup<ReadOnlySpan<char>>();
        }
    }

    /// <summary>The region this server answers for: what a SigV4A region set must match (AU-162), and what S3-style services tell to expect (AU-114).</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>Takes S3-style bodies that no signature covers also when the connection is not encrypted (AU-136).</summary>
    public bool AllowUnsignedPayloadOverHttp { get; init; }

    internal FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>>? RegionLookup { get; private init; }
}

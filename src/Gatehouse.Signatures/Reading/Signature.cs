using System.Runtime.CompilerServices;

namespace Gatehouse.Signatures;

/// <summary>What a request says about its own signature: who signed, for what, when, and with which result. Nothing of it is proven yet.</summary>
/// <remarks>
/// Made by <see cref="SignatureReader"/>. A slice of the request's own strings, so that reading allocates nothing in the header form;
/// it may be kept across an await, and lives no longer than the request. <see cref="object.ToString"/> shows neither signature nor token.
/// </remarks>
public readonly struct Signature
{
    private readonly ReadOnlyMemory<char> credential;
    private readonly Ends ends;

    /// <summary>The family of the service the request was routed to.</summary>
    public SignatureStyle Style { get; init; }

    /// <summary>Where the signature stands.</summary>
    public SignatureForm Form { get; init; }

    /// <summary>How it was made.</summary>
    public SignatureAlgorithm Algorithm { get; init; }

    /// <summary>The request's time, which the string to sign holds.</summary>
    public DateTimeOffset Time { get; init; }

    /// <summary>When a presigned S3-style URL ends (AU-140); null for every other request.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The session token, from the header or, in the query form, from the query alone (AU-116); null without one. A secret.</summary>
    public string? SessionToken { get; init; }

    /// <summary>The region set of a SigV4A signature as sent (AU-162); null in SigV4.</summary>
    public string? RegionSet { get; init; }

    /// <summary>The whole credential: access key id and scope.</summary>
    public ReadOnlySpan<char> Credential => CredentialText.Span;

    /// <summary>The access key id, exactly as sent; of a certificate its serial number in decimal (AU-860).</summary>
    public ReadOnlySpan<char> AccessKeyId => Part(0);

    /// <summary>The credential without the access key id, as the string to sign holds it.</summary>
    public ReadOnlySpan<char> Scope => Credential[(KeyEnd + 1)..];

    /// <summary>The scope's date, eight digits when right.</summary>
    public ReadOnlySpan<char> Date => Part(1);

    /// <summary>The scope's region; empty in SigV4A, which has a <see cref="RegionSet"/> in its place.</summary>
    public ReadOnlySpan<char> Region => StringToSign.HasRegion(Algorithm) ? Part(2) : [];

    /// <summary>The scope's service: a signing name.</summary>
    public ReadOnlySpan<char> Service => Part(StringToSign.HasRegion(Algorithm) ? 3 : 2);

    /// <summary>The scope's last part, <c>aws4_request</c> when right.</summary>
    public ReadOnlySpan<char> Terminator => Part(StringToSign.HasRegion(Algorithm) ? 4 : 3);

    /// <summary>The names of the signed headers as sent, parted by semicolons.</summary>
    public ReadOnlySpan<char> SignedHeaders => SignedHeadersText.Span;

    /// <summary>The request's time in the basic form, such as <c>20260115T120000Z</c>.</summary>
    public ReadOnlySpan<char> TimeText => BasicTime.Span;

    internal ReadOnlyMemory<char> CredentialText
    {
        get => credential;
        init
        {
            credential = value;
            ends = Ends.Of(value.Span);
        }
    }

    internal ReadOnlyMemory<char> SignedHeadersText { get; init; }

    internal ReadOnlyMemory<char> BasicTime { get; init; }

    /// <summary>The signature given; not to be shown (AU-8).</summary>
    internal ReadOnlyMemory<char> Given { get; init; }

    /// <summary>How many session tokens the request carries; more than one is a fault (AU-116).</summary>
    internal int SessionTokens { get; init; }

    private int KeyEnd => ends[0];

    /// <summary>Whether a header is among the signed ones.</summary>
    /// <param name="name">The header's name in lower case.</param>
    public bool Signs(ReadOnlySpan<char> name) => Lists(SignedHeaders, name);

    /// <summary>The credential alone: what may be logged.</summary>
    public override string ToString() => Credential.ToString();

    internal static bool Lists(ReadOnlySpan<char> names, ReadOnlySpan<char> name)
    {
        foreach (var part in names.Split(';'))
        {
            if (names[part].SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }

    private ReadOnlySpan<char> Part(int wanted)
    {
        var start = wanted == 0 ? 0 : ends[wanted - 1] + 1;
        return ends[wanted] >= start ? Credential[start..ends[wanted]] : [];
    }

    /// <summary>Where the parts of a credential end, so that asking for one need not look for it; -1 for those it lacks.</summary>
    [InlineArray(Most)]
    private struct Ends
    {
        private const int Most = 5;
        private int first;

        internal static Ends Of(ReadOnlySpan<char> credential)
        {
            var ends = default(Ends);
            var start = 0;
            for (var part = 0; part < Most; part++)
            {
                var slash = start < 0 ? -1 : credential[start..].IndexOf('/');
                ends[part] = start < 0 ? -1 : slash < 0 ? credential.Length : start + slash;
                start = slash < 0 ? -1 : start + slash + 1;
            }

            return ends;
        }
    }
}

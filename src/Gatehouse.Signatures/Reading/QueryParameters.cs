namespace Gatehouse.Signatures;

/// <summary>The parameters of a query that bear on its signature; found in one pass, names decoded and compared exactly.</summary>
internal struct QueryParameters
{
    /// <summary>The most parameters read (AU-7).</summary>
    internal const int Limit = 4096;

    internal QueryParameter Algorithm;
    internal QueryParameter Credential;
    internal QueryParameter Date;
    internal QueryParameter Expires;
    internal QueryParameter RegionSet;
    internal QueryParameter SecurityToken;
    internal QueryParameter Signature;
    internal QueryParameter SignedHeaders;

    private bool oldSignature;
    private bool oldKey;
    private bool oldVersion;

    /// <summary>Whether this is a request of Signature Version 2 (AU-144).</summary>
    internal readonly bool Version2 => (oldSignature && oldKey) || oldVersion;

    /// <returns>False when there are more than <see cref="Limit"/>.</returns>
    internal static bool TryFind(ReadOnlyMemory<char> query, out QueryParameters found)
    {
        found = default;
        if (query.IsEmpty)
        {
            return true;
        }

        var text = query.Span;
        var count = 0;
        foreach (var part in text.Split('&'))
        {
            var piece = text[part];
            if (piece.IsEmpty)
            {
                continue;
            }

            if (++count > Limit)
            {
                return false;
            }

            var equals = piece.IndexOf('=');
            var name = query[part];
            var value = ReadOnlyMemory<char>.Empty;
            if (equals >= 0)
            {
                value = name[(equals + 1)..];
                name = name[..equals];
            }

            found.Note(PercentEncoding.Decode(name).Span, value);
        }

        return true;
    }

    private void Note(ReadOnlySpan<char> name, ReadOnlyMemory<char> value)
    {
        switch (name)
        {
            case "X-Amz-Algorithm": Algorithm.Add(value); break;
            case "X-Amz-Credential": Credential.Add(value); break;
            case "X-Amz-Date": Date.Add(value); break;
            case "X-Amz-Expires": Expires.Add(value); break;
            case "X-Amz-Region-Set": RegionSet.Add(value); break;
            case "X-Amz-Security-Token": SecurityToken.Add(value); break;
            case "X-Amz-Signature": Signature.Add(value); break;
            case "X-Amz-SignedHeaders": SignedHeaders.Add(value); break;
            case "Signature": oldSignature = true; break;
            case "AWSAccessKeyId": oldKey = true; break;
            case "SignatureVersion": oldVersion |= PercentEncoding.Decode(value).Span is "2"; break;
            default: break;
        }
    }
}

/// <summary>One parameter: how often it stands there, and its first value.</summary>
internal struct QueryParameter
{
    internal int Count { get; private set; }

    /// <summary>The first value, decoded; empty when there is none.</summary>
    internal ReadOnlyMemory<char> Value { get; private set; }

    internal void Add(ReadOnlyMemory<char> raw)
    {
        if (Count++ == 0)
        {
            Value = PercentEncoding.Decode(raw);
        }
    }
}

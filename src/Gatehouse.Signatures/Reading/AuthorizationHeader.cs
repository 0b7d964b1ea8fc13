using System.Buffers;

namespace Gatehouse.Signatures;

/// <summary>The parts of an <c>Authorization</c> header, as slices of it (AU-105).</summary>
internal ref struct AuthorizationHeader
{
    private static readonly SearchValues<char> Separators = SearchValues.Create(", \t");

    private bool hasCredential;
    private bool hasSignedHeaders;
    private bool hasSignature;

    internal ReadOnlyMemory<char> Credential { get; private set; }

    internal ReadOnlyMemory<char> SignedHeaders { get; private set; }

    internal ReadOnlyMemory<char> Signature { get; private set; }

    /// <summary>A piece without an equal sign (AU-107); null when all have one.</summary>
    internal ReadOnlyMemory<char>? NoPair { get; private set; }

    /// <summary>The name of a part given twice; null when none is.</summary>
    internal string? Twice { get; private set; }

    /// <summary>The algorithm: the text up to the first space.</summary>
    internal static ReadOnlySpan<char> AlgorithmOf(ReadOnlySpan<char> value)
    {
        var space = value.IndexOf(' ');
        return space < 0 ? value : value[..space];
    }

    internal static AuthorizationHeader Read(ReadOnlyMemory<char> value)
    {
        var header = default(AuthorizationHeader);
        var rest = value[AlgorithmOf(value.Span).Length..];
        while (rest.Span.IndexOfAnyExcept(Separators) is var start and >= 0)
        {
            rest = rest[start..];
            var end = rest.Span.IndexOfAny(Separators);
            var piece = end < 0 ? rest : rest[..end];
            rest = rest[piece.Length..];
            var equals = piece.Span.IndexOf('=');
            if (equals < 0)
            {
                header.NoPair ??= piece;
                continue;
            }

            header.Note(piece.Span[..equals], piece[(equals + 1)..]);
        }

        return header;
    }

    private void Note(ReadOnlySpan<char> name, ReadOnlyMemory<char> value)
    {
        switch (name)
        {
            case "Credential":
                Twice = hasCredential ? "Credential" : Twice;
                hasCredential = true;
                Credential = value;
                break;
            case "SignedHeaders":
                Twice = hasSignedHeaders ? "SignedHeaders" : Twice;
                hasSignedHeaders = true;
                SignedHeaders = value;
                break;
            case "Signature":
                Twice = hasSignature ? "Signature" : Twice;
                hasSignature = true;
                Signature = value;
                break;
            default:
                break;
        }
    }
}

using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Gatehouse.Contracts.CloudTrail;

namespace Gatehouse.CloudTrail.Events;

/// <summary>Where the next page begins: a place in each of the account's two streams, opaque to callers.</summary>
internal readonly record struct TrailToken(TrailPlace Changes, TrailPlace Others)
{
    private const int Longest = 256;

    /// <summary>The token as callers get it.</summary>
    internal string Text => Base64Url.EncodeToString(Encoding.ASCII.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"1:{Changes.Before}:{Changes.Taken}:{Others.Before}:{Others.Taken}")));

    /// <summary>Reads a token; none is the top.</summary>
    /// <exception cref="InvalidNextTokenException">It is not one of ours.</exception>
    internal static TrailToken Read(string? text)
    {
        if (text is null)
        {
            return new(TrailPlace.Top, TrailPlace.Top);
        }

        Span<byte> bytes = stackalloc byte[Longest];
        if (text.Length <= Longest && Base64Url.IsValid(text) && Base64Url.TryDecodeFromChars(text, bytes, out var length)
            && Encoding.ASCII.GetString(bytes[..length]).Split(':') is ["1", var before, var taken, var otherBefore, var otherTaken]
            && TryRead(before, taken, out var changes) && TryRead(otherBefore, otherTaken, out var others))
        {
            return new(changes, others);
        }

        throw new InvalidNextTokenException("The token is not valid.");
    }

    private static bool TryRead(string before, string taken, out TrailPlace place)
    {
        var whole = long.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            & int.TryParse(taken, NumberStyles.None, CultureInfo.InvariantCulture, out var count);
        place = new(version, count);
        return whole;
    }
}

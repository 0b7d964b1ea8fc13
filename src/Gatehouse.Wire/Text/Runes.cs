namespace Gatehouse.Wire;

/// <summary>Lengths as the models count them: in code points.</summary>
internal static class Runes
{
    internal static int Count(ReadOnlySpan<char> text)
    {
        var count = text.Length;
        for (int at; (at = text.IndexOfAnyInRange('\uD800', '\uDBFF')) >= 0; text = text[(at + 1)..])
        {
            count -= at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 1 : 0;
        }

        return count;
    }
}

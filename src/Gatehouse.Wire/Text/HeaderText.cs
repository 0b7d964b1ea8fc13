namespace Gatehouse.Wire;

/// <summary>Text that may stand in a header.</summary>
internal static class HeaderText
{
    /// <summary>The text with everything but printable ASCII as question marks, so that no value can begin another header.</summary>
    internal static string Clean(string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? string.Create(text.Length, text, static (target, source) =>
            {
                for (var index = 0; index < target.Length; index++)
                {
                    target[index] = source[index] is >= ' ' and <= '~' ? source[index] : '?';
                }
            })
            : text;
}

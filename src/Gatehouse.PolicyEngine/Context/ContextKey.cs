namespace Gatehouse.PolicyEngine;

/// <summary>A key name that a policy asks for, with what makes finding it cheap.</summary>
internal sealed class ContextKey(string name)
{
    internal string Name { get; } = name;

    internal uint Print { get; } = PrintOf(name);

    internal int Hash { get; } = HashOf(name);

    /// <summary>Equal for names that differ only in case; cheap enough to compute for every key of every request.</summary>
    internal static uint PrintOf(string name)
    {
        var length = name.Length;
        return length == 0 ? 0 : ((uint)length << 16) | (Fold(name[length >> 1]) << 8) | Fold(name[length - 1]);
    }

    internal static int HashOf(string name) => string.GetHashCode(name, StringComparison.OrdinalIgnoreCase);

    internal static bool Same(string left, string right) =>
        ReferenceEquals(left, right) || string.Equals(left, right) || string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    // Letters beyond ASCII fold by tables; here they all count as one letter.
    private static uint Fold(char letter) => letter < 0x80 ? letter | 0x20u : 0u;
}

namespace Gatehouse.Accounts.Federation;

/// <summary>The form of source identities and role session names that proofs carry [AU-302].</summary>
public static class SourceIdentities
{
    /// <summary>Whether a text may be a role session name.</summary>
    public static bool IsName(string text) => text.Length is >= 2 and <= 64
        && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '+' or '=' or ',' or '.' or '@' or '-');

    /// <summary>Whether a text may be a source identity.</summary>
    public static bool IsSource(string text) => IsName(text) && !text.StartsWith("aws:", StringComparison.OrdinalIgnoreCase);
}

namespace Gatehouse.Accounts.Pods;

/// <summary>How Kubernetes names things (RFC 1123).</summary>
public static class PodNames
{
    private const int MostLabel = 63;
    private const int MostDomain = 253;
    private const int MostUid = 64;

    /// <summary>Whether a text can name a namespace.</summary>
    public static bool IsLabel(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= MostLabel && IsPart(text);
    }

    /// <summary>Whether a text can name a pod or a service account.</summary>
    public static bool IsDomain(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= MostDomain && text.Split('.').All(IsPart);
    }

    /// <summary>Whether a text can be the id of something in a cluster.</summary>
    public static bool IsUid(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length is > 0 and <= MostUid && text.All(static letter => letter == '-' || char.IsAsciiLetterOrDigit(letter));
    }

    private static bool IsPart(string text) =>
        text.Length > 0 && text[0] != '-' && text[^1] != '-' && text.All(static letter => letter == '-' || char.IsAsciiDigit(letter) || char.IsAsciiLetterLower(letter));
}

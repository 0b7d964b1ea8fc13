namespace Gatehouse.SignIn.Pages;

/// <summary>Where a browser may be sent after sign-in: paths of this server, and the addresses that its operator wrote down [AU-713].</summary>
/// <param name="allowed">Whole addresses; each is compared to the letter.</param>
public sealed class RedirectTargets(IReadOnlySet<string> allowed)
{
    private const int MaxLength = 2048;

    /// <summary>Whether a target that came with a request may be followed.</summary>
    /// <remarks>
    /// A path begins with one slash and holds printable ASCII alone. A second slash, a backslash (which browsers read as a
    /// slash) and a percent-encoded one of either at its start would name another host, at a browser or at a proxy that decodes.
    /// </remarks>
    public bool Allows(string target)
    {
        if (target.Length is 0 or > MaxLength)
        {
            return false;
        }

        return allowed.Contains(target) || IsPath(target);
    }

    private static bool IsPath(string target)
    {
        // A browser drops tabs and line ends before it reads an address, so one of them could hide a second slash.
        if (target[0] != '/' || target.Contains('\\', StringComparison.Ordinal) || !target.All(static character => character is > ' ' and <= '~'))
        {
            return false;
        }

        var path = target.AsSpan(0, target.AsSpan().IndexOfAny('?', '#') is >= 0 and var end ? end : target.Length);
        return !path.Contains("//", StringComparison.Ordinal)
            && !path.Contains("%2f", StringComparison.OrdinalIgnoreCase)
            && !path.Contains("%5c", StringComparison.OrdinalIgnoreCase);
    }
}

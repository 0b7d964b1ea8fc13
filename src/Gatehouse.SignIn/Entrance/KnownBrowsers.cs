using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts.Sessions;
using Gatehouse.SignIn.Pages;
using Gatehouse.SignIn.Sessions;

namespace Gatehouse.SignIn.Entrance;

/// <summary>Browsers that a user has signed in with before: their attempts are counted by themselves, so that strangers who guess do not slow the user down [AU-705].</summary>
internal static class KnownBrowsers
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>The name of this browser for a user; null when the user has not signed in with it.</summary>
    internal static string? Find(Visit visit, string account, string owner)
    {
        if (Cookies.Read(visit.Http, visit.Secure, NameOf(account, owner)) is not { } sealedName
            || !visit.Services.Installation.Sessions.Messages.TryOpen(MessagePurpose.KnownBrowser, account, sealedName, out var text))
        {
            return null;
        }

        var (holder, name) = text.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? (text[..slash], text[(slash + 1)..]) : ("", "");
        return holder == owner ? name : null;
    }

    /// <summary>Remembers that the user has signed in with it.</summary>
    internal static void Remember(Visit visit, string account, string owner)
    {
        var name = Find(visit, account, owner) ?? SecretIds.Draw();
        if (visit.Services.Installation.Sessions.Messages.TrySeal(MessagePurpose.KnownBrowser, account, $"{owner}/{name}", out var sealedName))
        {
            Cookies.Write(visit.Http, visit.Secure, NameOf(account, owner), sealedName, Life);
        }
    }

    // One for each user of a shared browser; the name does not say whose.
    private static string NameOf(string account, string owner) => "gh-known-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{account}/{owner}")))[..16];
}

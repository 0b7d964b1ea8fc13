using Gatehouse.SignIn.Sessions;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.SignIn.Pages;

/// <summary>The cookies of the pages: each is a secret id, for this host alone, out of reach of scripts [AU-710].</summary>
internal static class Cookies
{
    /// <summary>Of whoever is signed in.</summary>
    internal const string Session = "gh-session";

    /// <summary>Of whoever is signed in at the portal of Identity Center.</summary>
    internal const string Portal = "gh-portal";

    /// <summary>Of whoever is on the way there.</summary>
    internal const string PortalPending = "gh-portal-signin";

    /// <summary>Of whoever is on the way.</summary>
    internal const string Pending = "gh-signin";

    /// <summary>Of whoever brought an assertion that was taken.</summary>
    internal const string Saml = "gh-saml";

    /// <summary>Of whoever was shown a page, so that a form can be told to come from it.</summary>
    internal const string Visit = "gh-visit";

    private const string HostPrefix = "__Host-";

    /// <summary>The value of a cookie; null when there is none.</summary>
    internal static string? Read(HttpContext http, bool secure, string name) => http.Request.Cookies[NameOf(secure, name)] is { Length: > 0 and <= 4096 } value ? value : null;

    /// <summary>Sets a cookie, for as long as the browser runs unless it says how long.</summary>
    internal static void Write(HttpContext http, bool secure, string name, string value, TimeSpan? life = null) =>
        http.Response.Cookies.Append(NameOf(secure, name), value, OptionsOf(secure, life));

    /// <summary>Takes a cookie away.</summary>
    internal static void Drop(HttpContext http, bool secure, string name) => http.Response.Cookies.Delete(NameOf(secure, name), OptionsOf(secure, null));

    /// <summary>The id in the cookie of visitors; drawn and set when there is none.</summary>
    internal static string VisitOf(HttpContext http, bool secure)
    {
        if (Read(http, secure, Visit) is { } known && SecretIds.IsOne(known))
        {
            return known;
        }

        var id = SecretIds.Draw();
        Write(http, secure, Visit, id);
        return id;
    }

    // A browser takes a cookie of this prefix only over TLS, for one host and all of its paths.
    private static string NameOf(bool secure, string name) => secure ? HostPrefix + name : name;

    private static CookieOptions OptionsOf(bool secure, TimeSpan? life) =>
        new() { HttpOnly = true, Secure = secure, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = life };
}

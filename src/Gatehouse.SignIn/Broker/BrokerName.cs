namespace Gatehouse.SignIn.Broker;

/// <summary>What a broker says of itself, for people whose session is over [AU-720].</summary>
internal static class BrokerName
{
    /// <summary>The longest name, and the longest address.</summary>
    internal const int Longest = 2048;

    /// <summary>Says where to sign in again: by a link where the name is an address, which none but a safe one is.</summary>
    internal static Pages.Html AgainAt(string issuer) => IsAddress(issuer)
        ? Pages.Html.Of($"""<p><a href="{issuer}" rel="noreferrer">Sign in again</a></p>""")
        : Pages.Html.Of($"""<p>Sign in again at <strong>{issuer}</strong>, which opened it.</p>""");

    private static bool IsAddress(string issuer) => Uri.TryCreate(issuer, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.UserInfo.Length == 0;
}

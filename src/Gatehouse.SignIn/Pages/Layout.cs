using System.Net;

namespace Gatehouse.SignIn.Pages;

/// <summary>What all pages have around them: plain HTML that works without script.</summary>
internal static class Layout
{
    internal static Html Of(Visit visit, string title, Html body, bool wide, string? script) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>{title} - Gatehouse</title>
        <link rel="stylesheet" href="/signin/style.css">
        {(script is null ? Html.None : Html.Of($"""<script src="{script}" defer></script>"""))}
        </head>
        <body>
        <header><strong>Gatehouse</strong>{Navigation(visit)}</header>
        <main{new Html(wide ? "" : " class=\"narrow\"")}>
        <h1>{title}</h1>
        {Warning(visit)}
        {body}
        </main>
        </body>
        </html>

        """);

    private static Html Navigation(Visit visit) => visit.SignedIn is not { } somebody ? Html.None : Html.Of($"""
        <nav aria-label="Console"><a href="/console">Home</a><a href="/console/security">Security credentials</a><a href="/console/sessions">Sessions</a></nav>
        <span>{somebody.Caller.Arn.Text}</span>
        """);

    // [AU-710]: on plain http nothing protects the cookie on its way; on this machine it has none.
    private static Html Warning(Visit visit) => visit.Secure || IsLoopback(visit.Http.Request.Host.Host)
        ? Html.None
        : Html.Of($"""<p class="wrong" role="alert">This page came over plain http: passwords and sessions can be read on the way. Use https.</p>""");

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}

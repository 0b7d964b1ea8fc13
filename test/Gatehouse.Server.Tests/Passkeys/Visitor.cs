using System.Net;
using System.Text.RegularExpressions;

namespace Gatehouse.Server.Tests.Passkeys;

/// <summary>A browser as far as these tests need one: it keeps cookies, follows where it is sent, and fills in forms with the token of the page before it.</summary>
internal sealed partial class Visitor(Uri server) : IDisposable
{
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = true, CookieContainer = new() });

    /// <summary>Where it is.</summary>
    internal string Path { get; private set; } = "";

    /// <summary>What it sees.</summary>
    internal string Page { get; private set; } = "";

    /// <summary>What the page may do.</summary>
    internal string SecurityPolicy { get; private set; } = "";

    /// <summary>What the page asks an authenticator for; null when it asks for nothing.</summary>
    internal string? Options => Asked().Match(Page) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    /// <summary>What the page complains about; null when it does not.</summary>
    internal string? Wrong => Complaint().Match(Page) is { Success: true } match ? WebUtility.HtmlDecode(match.Groups[1].Value) : null;

    internal Task OpenAsync(string path) => SendAsync(new(HttpMethod.Get, new Uri(server, path)));

    internal Task PostAsync(string path, params IEnumerable<(string Name, string Value)> fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(server, path))
        {
            Content = new FormUrlEncodedContent(fields.Append(("formToken", Token().Match(Page).Groups[1].Value)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        request.Headers.Add("Origin", server.GetLeftPart(UriPartial.Authority));
        return SendAsync(request);
    }

    /// <summary>Shows an account, a name and a password.</summary>
    internal async Task EnterAsync(string user, string password)
    {
        await OpenAsync("/signin");
        await PostAsync("/signin", ("account", ServerFixture.Account), ("userName", user), ("password", password));
    }

    public void Dispose() => client.Dispose();

    private async Task SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await client.SendAsync(request);
            Path = response.RequestMessage!.RequestUri!.AbsolutePath;
            Page = await response.Content.ReadAsStringAsync();
            SecurityPolicy = response.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.Single() : "";
        }
    }

    [GeneratedRegex("name=\"formToken\" value=\"([^\"]*)\"")]
    private static partial Regex Token();

    [GeneratedRegex("data-options=\"([^\"]*)\"")]
    private static partial Regex Asked();

    [GeneratedRegex("<p class=\"wrong\" role=\"alert\">([^<]*)</p>")]
    private static partial Regex Complaint();
}

using System.Net;
using System.Text.RegularExpressions;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>A browser without script: it keeps cookies, follows redirects, and sends the forms of pages with all that they hide.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient client;

    // Another site's form brings none of our cookies: they are SameSite=Lax.
    private readonly HttpClient foreign = new(new SocketsHttpHandler { UseCookies = false, UseProxy = false, AllowAutoRedirect = false });
    private readonly CookieContainer jar = new();

    internal Browser(Uri server)
    {
        Server = server;
        client = new(new SocketsHttpHandler { CookieContainer = jar, UseProxy = false, AllowAutoRedirect = false });
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0");
        foreign.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0");
    }

    /// <summary>The server.</summary>
    internal Uri Server { get; }

    /// <summary>Where it is.</summary>
    internal Uri At { get; private set; } = new("about:blank");

    /// <summary>What it shows.</summary>
    internal string Page { get; private set; } = "";

    /// <summary>The status of what it shows.</summary>
    internal HttpStatusCode Status { get; private set; }

    /// <summary>The headers of what it shows.</summary>
    internal System.Net.Http.Headers.HttpResponseHeaders Headers { get; private set; } = null!;

    /// <summary>Its cookies.</summary>
    internal IEnumerable<Cookie> Cookies => jar.GetCookies(Server);

    /// <summary>The heading of the page.</summary>
    internal string Heading => WebUtility.HtmlDecode(HeadingPattern().Match(Page).Groups[1].Value);

    /// <summary>The sentence of the page that says what went wrong; null when nothing did.</summary>
    internal string? Wrong => WrongPattern().Match(Page) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    /// <summary>What the page asks an authenticator for; null when it asks for nothing.</summary>
    internal string? PasskeyOptions => OptionsPattern().Match(Page) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    public void Dispose()
    {
        client.Dispose();
        foreign.Dispose();
    }

    /// <summary>Opens an address.</summary>
    internal Task OpenAsync(string path) => GoAsync(new(HttpMethod.Get, new Uri(Server, path)));

    /// <summary>Fills in a form of the page and sends it: the one with a given target, or the first.</summary>
    internal Task SubmitAsync(string? action, params (string Name, string Value)[] fields)
    {
        var form = FormPattern().Matches(Page).First(form => action is null || WebUtility.HtmlDecode(form.Groups[1].Value) == action);
        var hidden = HiddenPattern().Matches(form.Groups[2].Value).Select(field => (Name: field.Groups[1].Value, Value: WebUtility.HtmlDecode(field.Groups[2].Value)));
        var all = hidden.Where(field => fields.All(given => given.Name != field.Name)).Concat(fields);
        return PostAsync(WebUtility.HtmlDecode(form.Groups[1].Value), Server.GetLeftPart(UriPartial.Authority), all);
    }

    /// <summary>Sends a form that no page has.</summary>
    internal Task PostAsync(string path, string? origin, IEnumerable<(string Name, string Value)> fields)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Server, path))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        };
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return GoAsync(request);
    }

    /// <summary>Sends a form that the page does not have, as though it had: with the proof of the forms that are there.</summary>
    internal Task PostFormAsync(string path, params (string Name, string Value)[] fields)
    {
        var proof = HiddenPattern().Matches(Page).First(static field => field.Groups[1].Value == "formToken").Groups[2].Value;
        return PostAsync(path, Server.GetLeftPart(UriPartial.Authority), [("formToken", proof), .. fields]);
    }

    /// <summary>A cookie's value; null when it has none of the name.</summary>
    internal string? Cookie(string name) => Cookies.FirstOrDefault(cookie => cookie.Name == name)?.Value;

    /// <summary>Plants a cookie.</summary>
    internal void Plant(string name, string value) => jar.Add(Server, new Cookie(name, value, "/"));

    private async Task GoAsync(HttpRequestMessage first)
    {
        var next = await StepAsync(first);
        for (var hops = 0; next is not null; hops++)
        {
            Assert.True(hops < 10, "It is sent around in circles.");
            next = await StepAsync(new(HttpMethod.Get, next));
        }
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (!request.Headers.TryGetValues("Origin", out var origin) || origin.Single() == Server.GetLeftPart(UriPartial.Authority))
        {
            return await client.SendAsync(request);
        }

        var response = await foreign.SendAsync(request);
        foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            jar.SetCookies(Server, cookie);
        }

        return response;
    }

    // Where it is sent next; null where it stays. Where another server is, it stops on the way.
    private async Task<Uri?> StepAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await SendAsync(request);
            (At, Status, Headers, Page) = (request.RequestUri!, response.StatusCode, response.Headers, await response.Content.ReadAsStringAsync());
            if (response.Headers.Location is not { } next || (int)response.StatusCode is < 300 or > 399)
            {
                return null;
            }

            At = new Uri(At, next);
            return At.Authority == Server.Authority ? At : null;
        }
    }

    [GeneratedRegex("<h1>(.*?)</h1>")]
    private static partial Regex HeadingPattern();

    [GeneratedRegex("<p class=\"wrong\" role=\"alert\">(.*?)</p>", RegexOptions.Singleline)]
    private static partial Regex WrongPattern();

    [GeneratedRegex("<form method=\"post\" action=\"([^\"]*)\"[^>]*>(.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex FormPattern();

    [GeneratedRegex("data-options=\"(.*?)\"")]
    private static partial Regex OptionsPattern();

    [GeneratedRegex("<input type=\"hidden\" name=\"(.*?)\" value=\"(.*?)\">")]
    private static partial Regex HiddenPattern();
}

using System.Buffers;
using System.Globalization;
using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Secrets;
using Gatehouse.SignIn.Sessions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Gatehouse.SignIn.Pages;

/// <summary>One request for a page: what it brings, and the ways to answer it.</summary>
public sealed class Visit
{
    /// <summary>The name of the field that proves that a form is ours [AU-711].</summary>
    public const string FormTokenField = "formToken";

    /// <summary>The most bytes that the forms of pages have.</summary>
    internal const int UsualForm = 64 * 1024;

    private const string FormType = "application/x-www-form-urlencoded";
    private const int MostFields = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private IFormCollection form = FormCollection.Empty;
    private string? formOwner;

    internal Visit(HttpContext http, SignInServices services, SignedIn? signedIn)
    {
        Http = http;
        Services = services;
        SignedIn = signedIn;
        Secure = http.Request.IsHttps || services.Installation.Address.Url.StartsWith("https://", StringComparison.Ordinal);
        Now = services.Now;
    }

    /// <summary>The request and its answer.</summary>
    public HttpContext Http { get; }

    /// <summary>What the pages share.</summary>
    public SignInServices Services { get; }

    /// <summary>The moment.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>Whether browsers come over TLS.</summary>
    public bool Secure { get; }

    /// <summary>Who is signed in; null when nobody is.</summary>
    public SignedIn? SignedIn { get; private set; }

    /// <summary>The client's address; null when it is not known.</summary>
    public System.Net.IPAddress? Address => Http.Connection.RemoteIpAddress is { IsIPv4MappedToIPv6: true } mapped ? mapped.MapToIPv4() : Http.Connection.RemoteIpAddress;

    /// <summary>The browser's name for itself, not longer than the trail keeps it.</summary>
    public string? UserAgent => Http.Request.Headers.UserAgent.ToString() is { Length: > 0 } agent ? AuditText.Cut(agent) : null;

    /// <summary>A field of the form; null when it has none of the name, or several.</summary>
    public string? Field(string name) => form[name] is [{ } one] ? one : null;

    /// <summary>A password that was typed into the form, in the one spelling in which passwords are judged [AU-701]; empty when there is none.</summary>
    public string Password(string name) => PasswordText.Compose(Field(name) ?? "");

    /// <summary>A parameter of the address; null when it has none of the name, or several.</summary>
    public string? Query(string name) => Http.Request.Query[name] is [{ } one] ? one : null;

    /// <summary>What the form of this page carries to be taken for ours: a hidden field.</summary>
    public Html FormToken => Html.Of($"""<input type="hidden" name="{FormTokenField}" value="{SecretIds.FormTokenOf(FormOwner())}">""");

    /// <summary>A change of an account that a page makes of its own, in the form in which accounts take changes.</summary>
    internal Call CallIn(Account account) => new()
    {
        Caller = SignedIn?.Caller ?? Caller.Anonymous,
        Account = account,
        Installation = Services.Installation,
        Now = Now,
        Region = Services.Region,
        RequestId = "",
    };

    /// <summary>Where the browser may be sent of what a request asks for; null where it may not [AU-713]. A whole address of ours is its path, and our root the console.</summary>
    public string? TargetOf(string? asked)
    {
        var own = Services.Installation.Address.Url;
        var path = asked is not null && asked.StartsWith(own, StringComparison.Ordinal) && (asked.Length == own.Length || asked[own.Length] == '/') ? asked[own.Length..] : asked;
        return path is null ? null : path is "/" || (path.Length == 0 && asked!.Length > 0) ? "/console" : Services.Targets.Allows(path) ? path : null;
    }

    /// <summary>Reads the form of the body.</summary>
    /// <param name="most">The most bytes that it may have.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>False when it is none, or more than any page sends.</returns>
    internal async ValueTask<bool> TryReadFormAsync(int most, CancellationToken cancel)
    {
        // AWS's federation endpoint takes a POST whose parameters all stand in the address.
        if (Http.Request.ContentLength == 0)
        {
            return true;
        }

        // The framework reads the same header in the same way, and throws where it finds no form in it.
        if (!MediaTypeHeaderValue.TryParse(Http.Request.ContentType, out var type) || !type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase) || Http.Request.ContentLength > most)
        {
            return false;
        }

        if (Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = most;
        }

        // Whoever sends slowly does not hold a place that others wait for.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            form = await Http.Request.ReadFormAsync(new FormOptions { ValueCountLimit = MostFields, KeyLengthLimit = 128, ValueLengthLimit = most, BufferBodyLengthLimit = most }, patience.Token);
            return true;
        }
        catch (Exception broken) when (broken is InvalidDataException or BadHttpRequestException || (broken is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>Whether the form came from a page of ours that was shown to this browser, and the browser says so too [AU-711].</summary>
    internal bool IsOurForm() => SecretIds.IsFormToken(FormOwner(), Field(FormTokenField)) && IsOurOrigin();

    /// <summary>Shows a page.</summary>
    /// <param name="title">Its title and heading.</param>
    /// <param name="body">What it says.</param>
    /// <param name="status">The HTTP status.</param>
    /// <param name="wide">Whether it is more than a form.</param>
    /// <param name="script">The path of the one script that it runs, on this server; null for none.</param>
    /// <param name="formsGoTo">An origin of somebody else's to which the answer of its form may lead; null for none.</param>
    public async ValueTask ShowAsync(string title, Html body, int status = StatusCodes.Status200OK, bool wide = false, string? script = null, string? formsGoTo = null)
    {
        var page = Layout.Of(this, title, body, wide, script);
        var headers = Http.Response.Headers;
        headers.ContentSecurityPolicy =
            $"default-src 'none'; style-src 'self'; img-src data:; {(script is null ? "" : "script-src 'self'; connect-src 'self'; ")}form-action 'self'{(formsGoTo is null ? "" : " " + formsGoTo)}; base-uri 'none'; frame-ancestors 'none'";
        await WriteAsync(status, "text/html; charset=utf-8", page.Text);
    }

    /// <summary>Sends a file that every browser gets alike.</summary>
    public async ValueTask WriteAsync(int status, string contentType, string text)
    {
        var headers = Http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";

        // With "no-referrer" browsers would send "Origin: null" with our own forms, and nothing could be told from it.
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        if (Secure)
        {
            headers.StrictTransportSecurity = "max-age=31536000";
        }

        var length = Encoding.UTF8.GetByteCount(text);
        Http.Response.StatusCode = status;
        Http.Response.ContentType = contentType;
        Http.Response.ContentLength = length;
        if (!HttpMethods.IsHead(Http.Request.Method))
        {
            Encoding.UTF8.GetBytes(text, Http.Response.BodyWriter);
            await Http.Response.BodyWriter.FlushAsync(Http.RequestAborted);
        }
    }

    /// <summary>Sends the browser elsewhere, where it asks anew.</summary>
    public ValueTask GoAsync(string target)
    {
        Http.Response.Headers.CacheControl = "no-store";
        Http.Response.Headers["Referrer-Policy"] = "same-origin";
        Http.Response.StatusCode = StatusCodes.Status303SeeOther;
        Http.Response.Headers.Location = target;
        Http.Response.ContentLength = 0;
        return ValueTask.CompletedTask;
    }

    /// <summary>Says why not.</summary>
    public ValueTask RefuseAsync(int status, string title, string why) => ShowAsync(title, Html.Of($"""<p class="wrong" role="alert">{why}</p><p><a href="/signin">Sign in</a></p>"""), status);

    /// <summary>Asks to come again later.</summary>
    public ValueTask WaitAsync(TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        Http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return ShowAsync(
            "Too many attempts",
            Html.Of($"""<p class="wrong" role="alert">Too many attempts. Wait {seconds} seconds, then try again.</p><p><a href="/signin">Try again</a></p>"""),
            StatusCodes.Status429TooManyRequests);
    }

    /// <summary>Begins a session, whose cookie the answer sets. One that the browser had has ended.</summary>
    public string Begin(BrowserSession session)
    {
        if (SignedIn is { } before)
        {
            Services.Sessions.End(before.Id);
        }

        var id = Services.Sessions.Begin(session);
        Cookies.Write(Http, Secure, Cookies.Session, id);
        Cookies.Drop(Http, Secure, Cookies.Pending);
        return id;
    }

    /// <summary>Gives the session another id and other contents: what it may do has changed [AU-710].</summary>
    public void Renew(Func<BrowserSession, BrowserSession> change)
    {
        if (SignedIn is { } before && Services.Sessions.Renew(before.Id, change) is { } id)
        {
            Cookies.Write(Http, Secure, Cookies.Session, id);
            SignedIn = before with { Id = id };
            formOwner = null;
        }
    }

    /// <summary>Ends the session of the browser.</summary>
    public void End()
    {
        if (SignedIn is { } before)
        {
            Services.Sessions.End(before.Id);
        }

        SignedIn = null;
        Cookies.Drop(Http, Secure, Cookies.Session);
    }

    // Whose form it is: the session's, or else the visitor's.
    private string FormOwner() => formOwner ??= SignedIn?.Id ?? Cookies.VisitOf(Http, Secure);

    // Behind a proxy that ends TLS the browser's origin is the public one.
    private bool IsOurOrigin()
    {
        var headers = Http.Request.Headers;
        var from = headers.Origin is [{ Length: > 0 } origin] ? origin : headers.Referer is [{ Length: > 0 } referer] ? referer : null;
        return Uri.TryCreate(from, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Authority) is var authority
            && (Same(authority, $"{Http.Request.Scheme}://{Http.Request.Host}") || Same(authority, Services.Installation.Address.Url));
    }

    private static bool Same(string authority, string ours) =>
        Uri.TryCreate(ours, UriKind.Absolute, out var uri) && uri.GetLeftPart(UriPartial.Authority).Equals(authority, StringComparison.OrdinalIgnoreCase);
}

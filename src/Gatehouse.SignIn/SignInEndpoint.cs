using System.Collections.Frozen;
using Gatehouse.Accounts.Storage;
using Gatehouse.SignIn.Pages;
using Gatehouse.SignIn.Sessions;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.SignIn;

/// <summary>Answers browsers: finds the page, who is signed in, and whether a form is ours.</summary>
public sealed class SignInEndpoint
{
    private const int MostLargeForms = 32;
    private const int MostOfOne = 8;

    private readonly SignInServices services;

    // Anyone may send a SAML response: how many large ones are held at once has a bound, as other large bodies have. Whoever sends them slowly does not hold all.
    private readonly SemaphoreSlim large = new(MostLargeForms);
    private readonly Places senders = new(MostOfOne);
    private readonly FrozenDictionary<(string Method, string Path), Route> routes;
    private readonly FrozenSet<string> paths;
    private readonly string[] folders;

    /// <summary>Puts the pages together.</summary>
    public SignInEndpoint(SignInServices services, IEnumerable<IPage> pages)
    {
        this.services = services;
        routes = pages.SelectMany(static page => page.Routes).ToFrozenDictionary(static route => (route.Method, route.Path));
        paths = routes.Keys.Select(static key => key.Path).ToFrozenSet(StringComparer.Ordinal);
        folders = [.. paths.Where(static path => path.EndsWith('/'))];
    }

    /// <summary>What the pages share.</summary>
    public SignInServices Services => services;

    /// <summary>Whether a request is for a page; any other is somebody else's.</summary>
    public bool Takes(HttpRequest request) => PlaceOf(request) is not null;

    /// <summary>Answers a request for a page.</summary>
    public async Task AnswerAsync(HttpContext http)
    {
        var method = HttpMethods.IsHead(http.Request.Method) ? HttpMethods.Get : http.Request.Method;
        var visit = new Visit(http, services, null);
        try
        {
            visit = new(http, services, await FindAsync(http, visit.Secure, http.RequestAborted));
            await AnswerAsync(visit, method, http.RequestAborted);
        }
        catch (StoreUnavailableException) when (!http.Response.HasStarted)
        {
            await visit.RefuseAsync(StatusCodes.Status503ServiceUnavailable, "Not available", "Gatehouse cannot reach its store at the moment. Try again.");
        }
    }

    private async ValueTask AnswerAsync(Visit visit, string method, CancellationToken cancel)
    {
        var path = PlaceOf(visit.Http.Request)!;
        if (!routes.TryGetValue((method, path), out var route))
        {
            visit.Http.Response.Headers.Allow = string.Join(", ", routes.Keys.Where(key => key.Path == path).Select(key => key.Method));
            await visit.RefuseAsync(StatusCodes.Status405MethodNotAllowed, "Not allowed", "This page does not take such a request.");
            return;
        }

        if ((visit.Http.Request.ContentLength ?? route.MostForm) <= Visit.UsualForm || method == HttpMethods.Get)
        {
            await AnswerAsync(visit, method, route, cancel);
            return;
        }

        if (!senders.TryEnter(visit.Address))
        {
            await visit.WaitAsync(TimeSpan.FromSeconds(1));
            return;
        }

        try
        {
            if (!await large.WaitAsync(TimeSpan.Zero, cancel))
            {
                await visit.WaitAsync(TimeSpan.FromSeconds(1));
                return;
            }

            try
            {
                await AnswerAsync(visit, method, route, cancel);
            }
            finally
            {
                large.Release();
            }
        }
        finally
        {
            senders.Leave(visit.Address);
        }
    }

    private async ValueTask AnswerAsync(Visit visit, string method, Route route, CancellationToken cancel)
    {
        if (method == HttpMethods.Post && !await visit.TryReadFormAsync(route.MostForm, cancel))
        {
            await visit.RefuseAsync(StatusCodes.Status400BadRequest, "Not understood", "The form could not be read.");
            return;
        }

        if (method == HttpMethods.Post && !route.FromAnywhere && !visit.IsOurForm())
        {
            await visit.RefuseAsync(StatusCodes.Status403Forbidden, "Not from here", "The form did not come from a page of this server, or the page was too old. Open the page again.");
            return;
        }

        if (visit.SignedIn is null && (route.SignedInOnly || route.IsStart) && Cookies.Read(visit.Http, visit.Secure, Cookies.Session) is { } id && services.Sessions.IssuerOf(id) is { } issuer)
        {
            // [AU-720]: no password of ours would let such people in again.
            await visit.ShowAsync("Session expired", Html.Of($"""<p class="wrong" role="alert">Your session has expired.</p>{Broker.BrokerName.AgainAt(issuer)}"""));
            return;
        }

        if (route.SignedInOnly && visit.SignedIn is null)
        {
            await visit.GoAsync(method == HttpMethods.Get ? "/signin?returnTo=" + Uri.EscapeDataString(visit.Http.Request.Path + visit.Http.Request.QueryString) : "/signin");
            return;
        }

        await route.AnswerAsync(visit, cancel);
    }

    // Under which path the request's page is known; null when it is for none. Every request of every client passes here.
    private string? PlaceOf(HttpRequest request)
    {
        var path = request.Path.Value;
        if (path is null or "/")
        {
            return null;
        }

        if (paths.Contains(path))
        {
            return path;
        }

        foreach (var folder in folders)
        {
            if (path.StartsWith(folder, StringComparison.Ordinal))
            {
                return folder;
            }
        }

        return null;
    }

    private async ValueTask<SignedIn?> FindAsync(HttpContext http, bool secure, CancellationToken cancel)
    {
        if (Cookies.Read(http, secure, Cookies.Session) is not { } id || !services.Sessions.TryUse(id, out var session)
            || await services.Installation.Accounts.FindAsync(session.Account, cancel) is not { } slot)
        {
            return null;
        }

        // Another password, a removed device, a deleted user, an ended session: the browser learns of it with its next request.
        if (SessionStanding.Find(slot.Current, session.Contents, session.Credentials.AccessKeyId, session.PasswordOf, session.Device) is not { } caller)
        {
            services.Sessions.Expire(id);
            return null;
        }

        // [AU-710]: whatever device a session was begun with, it does not outlast the removal of another.
        var devices = BrowserSession.DevicesOf(slot.Current, session.Owner);
        if (session.Devices is { } before && before.Except(devices, StringComparer.Ordinal).Any())
        {
            services.Sessions.Expire(id);
            return null;
        }

        if (session.Devices is not { } known || known.Length != devices.Length)
        {
            services.Sessions.Note(id, seen => seen with { Devices = devices });
        }

        return new(id, session, caller, slot);
    }
}

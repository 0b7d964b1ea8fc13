using Gatehouse.SignIn.Sessions;

namespace Gatehouse.SignIn.Pages;

/// <summary>What a browser is in the middle of: kept on the server, under a secret id in a cookie.</summary>
internal static class Underway
{
    /// <summary>What it is in the middle of, to be looked at; null when it is in nothing.</summary>
    internal static T? Find<T>(Visit visit, Tickets<T> kept, string cookie)
        where T : class => kept.TryFind(Cookies.Read(visit.Http, visit.Secure, cookie), out var found) ? found : null;

    /// <summary>The same, taken: each step can be done once.</summary>
    internal static T? Take<T>(Visit visit, Tickets<T> kept, string cookie)
        where T : class => kept.TryTake(Cookies.Read(visit.Http, visit.Secure, cookie), out var taken) ? taken : null;

    /// <summary>Keeps it for the next request, under another id.</summary>
    /// <returns>That id; null when too many wait, and the visit is answered then.</returns>
    internal static async ValueTask<string?> KeepAsync<T>(Visit visit, Tickets<T> kept, string cookie, T what)
        where T : class
    {
        if (kept.TryIssue(what) is not { } id)
        {
            await visit.WaitAsync(TimeSpan.FromMinutes(1));
            return null;
        }

        Cookies.Write(visit.Http, visit.Secure, cookie, id);
        return id;
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Logins;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Portal;

/// <summary>Asks somebody of an identity store whether a program may have the roles that they have [AU-850, AU-851].</summary>
internal sealed class ConsentPage : IPage
{
    public IEnumerable<Route> Routes =>
    [
        new("GET", ConsentRequest.Path, static (visit, cancel) => AnswerAsync(visit, visit.Query, AskAsync, cancel)),
        new("POST", ConsentRequest.Path, static (visit, cancel) => AnswerAsync(visit, visit.Field, DecideAsync, cancel)),
    ];

    private static async ValueTask AnswerAsync(Visit visit, Func<string, string?> parameter, Func<Visit, ConsentRequest, PortalVisitor, ValueTask> answer, CancellationToken cancel)
    {
        var client = await ConsentClient.FindAsync(visit, parameter("client_id"), cancel);
        if (ConsentRequest.Read(visit, parameter, client, out var request) is { } wrong)
        {
            await visit.ShowAsync(
                "Not understood",
                Html.Of($"""<p class="wrong" role="alert">The program that opened this page asks for something that cannot be given: {wrong}</p><p>Start it again.</p>"""),
                status: 400);
        }
        else if (await PortalVisitor.FindAsync(visit, request!.StoreId, cancel) is not { } who)
        {
            await PortalVisitor.SignInAsync(visit, request.StoreId, request.Url);
        }
        else
        {
            await answer(visit, request, who);
        }
    }

    private static ValueTask AskAsync(Visit visit, ConsentRequest request, PortalVisitor who) => visit.ShowAsync(
        "Let a program in?",
        Html.Of($"""
            <p>{request.Client.Asks}</p>
            <dl>
            <dt>It calls itself</dt><dd>{request.Client.Name}</dd>
            <dt>It asks for</dt><dd>{(request.Scopes.IsEmpty ? PortalGrant.AccountAccess : string.Join(", ", request.Scopes))}</dd>
            <dt>Its answer goes to</dt><dd><code>{request.RedirectUri}</code></dd>
            <dt>You are</dt><dd>{who.User.UserName}</dd>
            <dt>Until</dt><dd>{who.Session.Ends} at the latest</dd>
            </dl>
            <p class="wrong" role="note">Allow it only if you started it yourself, just now.</p>
            <form method="post" action="{ConsentRequest.Path}">
            {visit.FormToken}{request.Fields}
            <button type="submit" name="decision" value="allow">Allow</button>
            <button type="submit" name="decision" value="deny" class="plain">Deny</button>
            </form>
            """),
        formsGoTo: request.Origin);

    private static async ValueTask DecideAsync(Visit visit, ConsentRequest request, PortalVisitor who)
    {
        if (visit.Field("decision") != "allow")
        {
            PortalEvents.Decided(visit, who, "Authorize", request.Client.Name, allowed: false);
            await visit.GoAsync(request.Answer("error", "access_denied"));
            return;
        }

        var code = visit.Services.Installation.PortalCodes.TryIssue(
            new()
            {
                Grant = who.Grant(visit, request.Client.Key, request.Scopes),
                RedirectUri = request.RedirectUri,
                Challenge = request.Challenge,
                Ends = visit.Now + AuthorizationCode.Life,
            },
            visit.Now);
        if (code is null)
        {
            await visit.WaitAsync(AuthorizationCode.Life);
            return;
        }

        PortalEvents.Decided(visit, who, "Authorize", request.Client.Name, allowed: true);
        await visit.GoAsync(request.Answer("code", code));
    }
}

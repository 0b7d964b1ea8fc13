using System.Globalization;
using System.Text.Json;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Sessions;
using Gatehouse.SignIn.Console;
using Gatehouse.SignIn.Entrance;
using Gatehouse.SignIn.Pages;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.SignIn.Broker;

/// <summary>Lets programs that have credentials of a role or of a federated user open a browser's session with them: AWS's federation endpoint [AU-720].</summary>
/// <remarks>Parameters are taken from a form or from the address, as AWS takes them; nothing of either is ever logged [AU-721].</remarks>
internal sealed class FederationPage : IPage
{
    private const string Path = "/federation";
    private const int ShortestSeconds = 900;
    private const int LongestSeconds = 43_200;

    public IEnumerable<Route> Routes =>
    [
        new("GET", Path, AnswerAsync) { FromAnywhere = true },
        new("POST", Path, AnswerAsync) { FromAnywhere = true },
    ];

    private static ValueTask AnswerAsync(Visit visit, CancellationToken cancel) => Parameter(visit, "Action") switch
    {
        // Whoever looks only whether a link works must not use it up.
        _ when HttpMethods.IsHead(visit.Http.Request.Method) => RefuseHeadAsync(visit),
        "getSigninToken" => GiveTokenAsync(visit, cancel),
        "login" => LoginAsync(visit, cancel),
        _ => RefuseAsync(visit, "Action must be getSigninToken or login."),
    };

    private static async ValueTask GiveTokenAsync(Visit visit, CancellationToken cancel)
    {
        // [AU-720]: of credentials nothing is told but that they do not do.
        if (Parameter(visit, "Session") is not { } json || await BrokerCredentials.FindAsync(visit.Services.Installation, json, cancel) is not { } shown
            || shown.Session.Kind is not (SessionKind.AssumedRole or SessionKind.FederatedUser))
        {
            await RefuseAsync(visit, "");
            return;
        }

        var asked = Parameter(visit, "SessionDuration");
        if (WrongDuration(asked, shown, out var seconds) is { } wrong)
        {
            await RefuseAsync(visit, wrong);
            return;
        }

        var token = new SigninToken
        {
            Id = visit.Services.Installation.Ids.NewUuid(),
            Session = shown.Session,
            AccessKeyId = shown.AccessKeyId,
            Seconds = seconds,
            Made = visit.Services.Installation.Clock.GetUtcNow(),
        };
        if (token.TrySeal(visit.Services.Installation.Sessions.Messages) is not { } text)
        {
            await RefuseAsync(visit, "The session has more policies and tags than a sign-in token can carry.");
            return;
        }

        visit.Services.Happened(SignInEvents.Of(visit, "GetSigninToken", shown.Session.Account, AuditIdentity.Of(shown.Caller), null) with
        {
            ResponseElements = JsonObjects.Write(static json => json.WriteString("GetSigninToken"u8, "Success"u8)),
        });
        await visit.WriteAsync(200, "application/json", JsonSerializer.Serialize(new() { ["SigninToken"] = text }, BrokerJson.Default.DictionaryStringString));
    }

    private static string? WrongDuration(string? asked, BrokerCredentials shown, out int? seconds)
    {
        seconds = null;
        if (asked is null)
        {
            return null;
        }

        if (!int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number is < ShortestSeconds or > LongestSeconds)
        {
            return $"SessionDuration must be {ShortestSeconds} to {LongestSeconds} seconds.";
        }

        seconds = number;
        return shown.Caller.Role is not { } role ? "SessionDuration does not go with credentials of GetFederationToken: the session lasts as long as they do."
            : shown.Session.Chained ? "SessionDuration does not go with credentials that a role got by assuming another."
            : number > role.MaxSessionSeconds ? $"SessionDuration must not be longer than the role's maximum of {role.MaxSessionSeconds} seconds."
            : null;
    }

    private static async ValueTask LoginAsync(Visit visit, CancellationToken cancel)
    {
        if (HttpMethods.IsPost(visit.Http.Request.Method))
        {
            // Browsers bring no cookies with another site's form, and whoever is signed in must be seen: the link itself is asked for.
            string[] names = ["Action", "Issuer", "Destination", "SigninToken"];
            await visit.GoAsync(Path + "?" + string.Join('&', names.Where(name => Parameter(visit, name) is not null).Select(name => $"{name}={Uri.EscapeDataString(Parameter(visit, name)!)}")));
            return;
        }

        // AWS: any text is an issuer; programs send their names, and nothing.
        var issuer = Parameter(visit, "Issuer") is { Length: > 0 } given ? given : null;
        if (issuer?.Length > BrokerName.Longest)
        {
            await RefuseAsync(visit, $"Issuer must not have more than {BrokerName.Longest} characters.");
            return;
        }

        var installation = visit.Services.Installation;
        if (visit.TargetOf(Parameter(visit, "Destination")) is not { } target)
        {
            await RefuseAsync(visit, "Destination is not an address of this server, nor one that its operator allows.");
            return;
        }

        if (Parameter(visit, "SigninToken") is not { } text || !SigninToken.TryRead(installation.Sessions.Messages, text, out var token)
            || token.Made + SigninToken.Life <= installation.Clock.GetUtcNow()
            || await installation.Accounts.FindAsync(token.Session.Account, cancel) is not { } slot
            || SessionCallers.Find(slot.Current, token.AccessKeyId, token.Session) is not { } caller)
        {
            await RefuseAsync(visit, "The link has expired, or was used before.", issuer);
            return;
        }

        if (visit.SignedIn is { } before && before.Caller.Arn != caller.Arn)
        {
            // A link must not put another's session in the place of one's own: whoever follows it signs out first, and then uses it.
            await visit.ShowAsync(
                "Signed in as somebody else",
                Html.Of($"""
                    <p class="wrong" role="alert">You are signed in as <code>{before.Caller.Arn.Text}</code>. To go on as <code>{caller.Arn.Text}</code>, sign out and open the link again.</p>
                    {HomePage.SignOutForm(visit)}
                    """),
                status: 400);
            return;
        }

        if (!visit.Services.UsedTokens.TryUse(token.Session.Account, token.Id, token.Made, token.Made + SigninToken.Life) || Begin(visit, token, issuer) is not { } began)
        {
            await RefuseAsync(visit, "The link has expired, or was used before.", issuer);
            return;
        }

        visit.Begin(began);
        SignInEvents.SignedIn(visit, caller, null, target.StartsWith('/') ? installation.Address.Url + target : target);
        await visit.GoAsync(target);
        visit.Http.Response.StatusCode = 302;
    }

    // The moment of the credentials stays that of the session: a policy that denies older sessions bears on it [AU-340].
    private static Sessions.BrowserSession? Begin(Visit visit, SigninToken token, string? issuer)
    {
        var ends = token.Seconds is { } seconds ? visit.Now.AddSeconds(seconds) : token.Session.Expires;
        return ends > visit.Now && visit.Services.Installation.TryIssue(
            token.Session.Account, id => token.Session with { SessionId = id, ParentSessionId = token.Session.SessionId, Expires = ends }) is { } credentials
            ? new()
            {
                Credentials = credentials,
                Began = visit.Now,
                LastSeen = visit.Now,
                Address = visit.Address?.ToString(),
                UserAgent = visit.UserAgent,
                Issuer = issuer,
            }
            : null;
    }

    private static ValueTask RefuseHeadAsync(Visit visit)
    {
        visit.Http.Response.Headers.Allow = "GET, POST";
        return visit.RefuseAsync(StatusCodes.Status405MethodNotAllowed, "Not allowed", "This page does not take such a request.");
    }

    private static ValueTask RefuseAsync(Visit visit, string why, string? issuer = null) => visit.ShowAsync(
        "Bad Request",
        Html.Of($"""{Html.When(why.Length > 0, $"""<p class="wrong" role="alert">{why}</p>""")}{(issuer is null ? Html.None : BrokerName.AgainAt(issuer))}"""),
        status: 400);

    private static string? Parameter(Visit visit, string name) => visit.Field(name) ?? visit.Query(name);
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Logins;
using Gatehouse.SignIn.Entrance;
using Gatehouse.SignIn.Pages;
using Gatehouse.SignIn.Sessions;

namespace Gatehouse.SignIn.Login;

/// <summary>Asks whoever is signed in whether a program may have credentials of theirs, and gives it a code for them [AU-741].</summary>
internal sealed class AuthorizePage : IPage
{
    private const int SessionIdSize = 16;

    public IEnumerable<Route> Routes =>
    [
        new("GET", AuthorizationRequest.Path, AskAsync),
        new("POST", AuthorizationRequest.Path, DecideAsync),
    ];

    private static async ValueTask AskAsync(Visit visit, CancellationToken cancel)
    {
        if (AuthorizationRequest.Read(visit, visit.Query, out var request) is { } wrong)
        {
            await RefuseAsync(visit, wrong);
        }
        else if (visit.SignedIn is not { } somebody)
        {
            await SignInFirstAsync(visit, request!);
        }
        else if (await JudgeAsync(visit, somebody, request!, cancel) is { } denial)
        {
            await DenyAsync(visit, somebody, request!, denial);
        }
        else
        {
            await ShowAsync(visit, somebody, request!);
        }
    }

    private static async ValueTask DecideAsync(Visit visit, CancellationToken cancel)
    {
        if (AuthorizationRequest.Read(visit, visit.Field, out var request) is { } wrong)
        {
            await RefuseAsync(visit, wrong);
        }
        else if (visit.SignedIn is not { } somebody)
        {
            await SignInFirstAsync(visit, request!);
        }
        else if (visit.Field("decision") != "allow")
        {
            await visit.GoAsync(request!.Answer("error", "access_denied"));
        }
        else if (await JudgeAsync(visit, somebody, request!, cancel) is { } denial)
        {
            await DenyAsync(visit, somebody, request!, denial);
        }
        else if (Issue(visit, somebody, request!) is { } code)
        {
            visit.Services.Happened(EventOf(visit, somebody, request!, null));
            await visit.GoAsync(request!.Answer("code", code));
        }
        else
        {
            await visit.WaitAsync(AuthorizationCode.Life);
        }
    }

    private static string? Issue(Visit visit, SignedIn somebody, AuthorizationRequest request)
    {
        var session = somebody.Session;
        Span<byte> id = stackalloc byte[SessionIdSize];
        visit.Services.Installation.Ids.Fill(id);
        return visit.Services.Installation.LoginCodes.TryIssue(
            new()
            {
                Grant = new()
                {
                    ClientId = request.Client.Id,
                    Session = session.Contents with { SessionId = Convert.ToHexStringLower(id), ParentSessionId = session.Contents.SessionId, Expires = session.Ends },
                    AccessKeyId = session.Credentials.AccessKeyId,
                    PasswordOf = session.PasswordOf,
                    Device = session.Device,
                },
                RedirectUri = request.RedirectUri,
                Challenge = request.Challenge,
                Ends = visit.Now + AuthorizationCode.Life,
            },
            visit.Now);
    }

    private static async ValueTask<Denial?> JudgeAsync(Visit visit, SignedIn somebody, AuthorizationRequest request, CancellationToken cancel)
    {
        var account = somebody.Caller.Account;
        var call = visit.CallIn(account) with
        {
            Owner = account,
            Management = await visit.Services.Installation.Accounts.ManagementOfAsync(account, cancel),
            Network = new VisitKeys(visit),
        };
        return LoginPermission.Judge(call, LoginPermission.Authorize, request.Client, request.RedirectUri, grantType: null);
    }

    private static ValueTask SignInFirstAsync(Visit visit, AuthorizationRequest request) => visit.GoAsync("/signin?returnTo=" + Uri.EscapeDataString(request.Url));

    private static ValueTask RefuseAsync(Visit visit, string why) => visit.ShowAsync(
        "Not understood",
        Html.Of($"""<p class="wrong" role="alert">The program that opened this page asks for something that cannot be given: {why}</p><p>Start <code>aws login</code> again.</p>"""),
        status: 400);

    private static ValueTask DenyAsync(Visit visit, SignedIn somebody, AuthorizationRequest request, Denial denial)
    {
        visit.Services.Happened(EventOf(visit, somebody, request, denial));
        return visit.ShowAsync(
            "Not allowed",
            Html.Of($"""
                <p class="wrong" role="alert">{denial.Sentence}</p>
                <p>The AWS managed policy <code>SignInLocalDevelopmentAccess</code> gives what is needed.</p>
                <form method="post" action="{AuthorizationRequest.Path}">{visit.FormToken}{request.Fields}<button type="submit" name="decision" value="deny" class="plain">Tell the program</button></form>
                """),
            status: 403,
            formsGoTo: request.Origin);
    }

    private static ValueTask ShowAsync(Visit visit, SignedIn somebody, AuthorizationRequest request)
    {
        var profile = somebody.Caller.Account.Profile;
        return visit.ShowAsync(
            "Give credentials to a program?",
            Html.Of($"""
                <p>{(request.Client.IsRemote ? "A program on another device" : "A program on this device")} asks for credentials with which it can do all that you can do.</p>
                <dl>
                <dt>You are</dt><dd><code>{somebody.Caller.Arn.Text}</code></dd>
                <dt>Account</dt><dd>{profile.Name} ({profile.Id})</dd>
                <dt>The program</dt><dd><code>{request.Client.Id}</code></dd>
                <dt>Its answer goes to</dt><dd><code>{request.RedirectUri}</code></dd>
                <dt>Until</dt><dd>{somebody.Session.Ends} at the latest</dd>
                </dl>
                <p class="wrong" role="note">Allow it only if you started <code>aws login</code> yourself, just now{new Html(request.Client.IsRemote ? ", on your other device. Give the code that is shown next to nobody" : "")}.</p>
                <form method="post" action="{AuthorizationRequest.Path}">
                {visit.FormToken}{request.Fields}
                <button type="submit" name="decision" value="allow">Allow</button>
                <button type="submit" name="decision" value="deny" class="plain">Deny</button>
                </form>
                """),
            formsGoTo: request.Origin);
    }

    // Neither the state nor the code stands in the trail: whoever reads it must not be able to go on from there.
    private static AuditEvent EventOf(Visit visit, SignedIn somebody, AuthorizationRequest request, Denial? denial) =>
        SignInEvents.Of(visit, "AuthorizeOAuth2Access", somebody.Caller.Account.Id, AuditIdentity.Of(somebody.Caller), denial?.Sentence) with
        {
            EventType = "AwsApiCall",
            ErrorCode = denial is null ? null : "AccessDenied",
            RequestParameters = JsonObjects.Write(json =>
            {
                json.WriteString("clientId"u8, request.Client.Id);
                json.WriteString("redirectUri"u8, request.RedirectUri);
                json.WriteString("scope"u8, "openid"u8);
            }),
            Resources = AuditResource.Of(request.Client.ResourceIn(visit.Services.Region, somebody.Caller.Account.Id)) is { } resource ? [resource] : [],
        };
}

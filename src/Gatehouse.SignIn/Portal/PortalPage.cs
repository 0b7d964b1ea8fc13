using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Sessions;
using Gatehouse.SignIn.Entrance;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Portal;

/// <summary>The portal: the accounts and roles that somebody has, to open the console with or to take credentials of.</summary>
internal sealed class PortalPage : IPage
{
    private const string ConsolePath = "/start/console";
    private const string CredentialsPath = "/start/credentials";

    public IEnumerable<Route> Routes =>
    [
        new("GET", StartAddress.Path, AnswerAsync),
        new("POST", ConsolePath, OpenConsoleAsync),
        new("POST", CredentialsPath, ShowCredentialsAsync),
    ];

    private static async ValueTask AnswerAsync(Visit visit, CancellationToken cancel)
    {
        var store = visit.Http.Request.Path.Value![StartAddress.Path.Length..].TrimEnd('/');
        var returnTo = visit.Query("returnTo");
        if (!string.IsNullOrEmpty(returnTo) && !visit.Services.Targets.Allows(returnTo))
        {
            await visit.RefuseAsync(400, "Not understood", "The address to go to after sign-in is not one of this server.");
        }
        else if (visit.Services.Installation.Names.OwnerOf(IdentityCenterInstance.StoreNames, store) is null)
        {
            await visit.ShowAsync("Not found", Html.Of($"""<p class="wrong" role="alert">There is no portal of this name.</p><p><a href="/start">Another portal</a></p>"""), status: 404);
        }
        else if (await PortalVisitor.FindAsync(visit, store, cancel) is not { } who)
        {
            await PortalEntrance.ShowAsync(visit, store, "", returnTo, wrong: false);
        }
        else
        {
            await ShowAsync(visit, who);
        }
    }

    private static async ValueTask OpenConsoleAsync(Visit visit, CancellationToken cancel)
    {
        if (await BeginAsync(visit, cancel) is not var (who, issued, slot) || SessionCallers.Find(slot.Current, issued.AccessKeyId, issued.Contents) is not { } caller)
        {
            await RefuseAsync(visit);
            return;
        }

        visit.Begin(new()
        {
            Credentials = issued,
            Began = visit.Now,
            LastSeen = visit.Now,
            Address = visit.Address?.ToString(),
            UserAgent = visit.UserAgent,
            Issuer = StartAddress.Of(visit.Services.Installation.Address, who.Session.StoreId),
        });
        SignInEvents.SignedIn(visit, caller, null, visit.Services.Installation.Address.Url + "/console");
        await visit.GoAsync("/console");
    }

    private static async ValueTask ShowCredentialsAsync(Visit visit, CancellationToken cancel)
    {
        if (await BeginAsync(visit, cancel) is not var (who, issued, _))
        {
            await RefuseAsync(visit);
            return;
        }

        visit.Services.Happened(PortalEvents.Of(visit, "GetRoleCredentials", who) with
        {
            EventType = "AwsApiCall",
            ReadOnly = true,
            RequestParameters = JsonObjects.Write(json =>
            {
                json.WriteString("accountId"u8, issued.Contents.Account);
                json.WriteString("roleName"u8, visit.Field("role"));
            }),
        });
        await visit.ShowAsync(
            "Credentials",
            Html.Of($"""
                <p>For <code>{issued.Contents.PrincipalArn}</code>, until {issued.Contents.Expires}. They are shown once.</p>
                <label for="variables">For a shell</label>
                <textarea id="variables" rows="6" readonly>export AWS_ACCESS_KEY_ID={issued.AccessKeyId}
                export AWS_SECRET_ACCESS_KEY={issued.SecretAccessKey}
                export AWS_SESSION_TOKEN={issued.Token}</textarea>
                <p><a href="{StartAddress.Path}{who.Session.StoreId}">Back</a></p>
                """),
            wide: true);
    }

    // Asked anew each time: what was assigned a minute ago may be gone.
    private static async ValueTask<(PortalVisitor Who, IssuedSession Issued, AccountSlot Slot)?> BeginAsync(Visit visit, CancellationToken cancel)
    {
        var (account, role) = (visit.Field("account") ?? "", visit.Field("role"));
        if (await PortalVisitor.FindAsync(visit, null, cancel) is not { } who
            || AssignedRole.Of(who.Slot.Current, who.User.Id).FirstOrDefault(held => held.AccountId == account && held.PermissionSet.Name == role) is not { } held
            || await visit.Services.Installation.Accounts.FindAsync(account, cancel) is not { } slot)
        {
            return null;
        }

        var management = await visit.Services.Installation.Accounts.ManagementOfAsync(slot.Current, cancel);
        var call = visit.CallIn(slot.Current) with { Network = new VisitKeys(visit), SourceAddress = visit.Address?.ToString(), UserAgent = visit.UserAgent, Happened = visit.Services.Happened };
        return PortalRoleSession.TryBegin(visit.Services.Installation, who.Slot.Current, who.User, held, slot.Current, management, call) is { } issued ? (who, issued, slot) : null;
    }

    private static ValueTask RefuseAsync(Visit visit) =>
        visit.ShowAsync("No access", Html.Of($"""<p class="wrong" role="alert">You do not have this role, or you are not signed in any more.</p><p><a href="/start">Portal</a></p>"""), status: 403);

    private static ValueTask ShowAsync(Visit visit, PortalVisitor who)
    {
        var owner = who.Slot.Current;
        var accounts = AssignedRole.Of(owner, who.User.Id).GroupBy(static held => held.AccountId).ToList();
        return visit.ShowAsync(
            "Access portal",
            Html.Of($"""
                <p>Signed in as <strong>{who.User.UserName}</strong> until {who.Session.Ends}.</p>
                {Html.When(accounts.Count == 0, $"""<p>You have no roles in any account yet.</p>""")}
                {Html.Of(accounts.Select(account => Html.Of($"""
                    <section aria-label="Account {account.Key}">
                    <h2>{NameOf(owner, account.Key)} ({account.Key})</h2>
                    {Html.Of(account.Select(held => Html.Of($"""
                        <form method="post" action="{ConsolePath}">
                        {visit.FormToken}
                        <input type="hidden" name="account" value="{held.AccountId}"><input type="hidden" name="role" value="{held.PermissionSet.Name}">
                        <p><strong>{held.PermissionSet.Name}</strong> {held.PermissionSet.Description}</p>
                        <button type="submit">Open the console</button>
                        <button type="submit" formaction="{CredentialsPath}" class="plain">Show credentials</button>
                        </form>
                        """)))}
                    </section>
                    """)))}
                {PortalDevicePage.List(visit, who)}
                <h2>For programs</h2>
                <p>Start URL: <code>{StartAddress.Of(visit.Services.Installation.Address, who.Session.StoreId)}</code>, or <code>{StartAddress.AliasOf(who.Session.StoreId)}</code> for tools that take none but AWS's.</p>
                <form method="post" action="/start/signout">{visit.FormToken}<button type="submit" class="plain">Sign out</button></form>
                """),
            wide: true);
    }

    private static string NameOf(Account owner, string account) => account == owner.Id ? owner.Profile.Name : owner.Members.Find(account)?.Name ?? "";
}

using Gatehouse.Accounts;
using Gatehouse.SignIn.Entrance;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>The second step with a passkey, beside the one with a code [AU-620].</summary>
internal sealed class PasskeyPage : IPage
{
    private const string Path = "/signin/passkey";

    public IEnumerable<Route> Routes => [new("POST", Path, TryAsync)];

    /// <summary>The form; nothing for whoever has no passkey.</summary>
    /// <param name="visit">The request that shows it.</param>
    /// <param name="id">The secret id of the sign-in.</param>
    /// <param name="account">The account.</param>
    /// <param name="owner">The unique id of the user, or <see cref="Account.RootOwner"/>.</param>
    internal static Html Form(Visit visit, string id, Account account, string owner)
    {
        var devices = account.MfaDevices.OwnedBy(owner).Where(static device => device.Passkey is not null).ToList();
        if (devices.Count == 0)
        {
            return Html.None;
        }

        if (RelyingParty.Of(visit.Services.Installation.Address) is not { } party)
        {
            return Html.Of($"""<p class="hint">Your passkeys were made for another address than <code>{visit.Services.Installation.Address.Url}</code>, and do not work here.</p>""");
        }

        var ceremony = new PasskeyCeremony(party, visit.Services.Challenges.Issue(PasskeyPurpose.SignIn, id), account.Id, owner);
        return Html.Of($"""
            <form method="post" action="{Path}" data-passkey="get" data-options="{PasskeyAssertion.Options(ceremony, devices, verified: false)}">
            {visit.FormToken}
            <input type="hidden" name="credential">
            <p>Show the passkey or security key that you registered.</p>
            <p class="wrong" role="alert" hidden></p>
            <button type="submit" autofocus>Use a passkey or security key</button>
            </form>
            {PasskeyEnrolment.NoScript}
            """);
    }

    private static async ValueTask TryAsync(Visit visit, CancellationToken cancel)
    {
        var id = Cookies.Read(visit.Http, visit.Secure, Cookies.Pending);
        if (id is null || SignInFlow.Take(visit) is not { SecondFactor: null, Registering: null } pending || await visit.Services.Installation.Accounts.FindAsync(pending.Account, cancel) is not { } slot)
        {
            await SignInFlow.StartOverAsync(visit);
            return;
        }

        var verdict = await JudgeAsync(visit, slot, pending.Owner, id, cancel);
        if (verdict.Accepted)
        {
            await SignInFlow.GoOnAsync(visit, pending with { SecondFactor = visit.Now, Device = verdict.Device!.SerialNumber }, cancel);
            return;
        }

        SignInEvents.Failure(visit, slot.Current, pending.Owner, secondFactor: true, verdict.Fault);
        if (await SignInFlow.KeepAsync(visit, pending) is { } next)
        {
            await CodePage.ShowAsync(visit, slot.Current, pending.Owner, next, wrong: true);
        }
    }

    // The counter moves in the account itself, so that an answer which was heard twice, here or on another node, is taken once.
    private static async ValueTask<PasskeyVerdict> JudgeAsync(Visit visit, AccountSlot slot, string owner, string id, CancellationToken cancel)
    {
        var services = visit.Services;
        if (!services.Challenges.TryTake(PasskeyPurpose.SignIn, id, out var challenge) || RelyingParty.Of(services.Installation.Address) is not { } party)
        {
            return new(null, PasskeyFault.Challenge);
        }

        if (visit.Field("credential") is not { Length: > 0 } response)
        {
            return new(null, PasskeyFault.Malformed);
        }

        var ceremony = new PasskeyCeremony(party, challenge, slot.Current.Id, owner);
        return await services.Installation.Accounts.ChangeAsync(
            slot,
            visit.CallIn(slot.Current),
            draft =>
            {
                var verdict = PasskeyAssertion.Verify(ceremony, draft.Account.MfaDevices.OwnedBy(owner), response, verified: false, draft.Now);
                if (verdict.Device is { } moved)
                {
                    draft.Put(moved);
                }

                return verdict;
            },
            note: null,
            cancel);
    }
}

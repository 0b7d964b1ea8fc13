using System.Text.RegularExpressions;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>Gives a passkey to a user, on whatever page that is: the form that asks for one, and what comes of it [AU-600, AU-620].</summary>
internal static partial class PasskeyEnrolment
{
    private const int MaxName = 64;
    private const string NotTaken = "The passkey was not taken: the page was too old, or the answer of the device did not fit it. Try again.";

    /// <summary>The form.</summary>
    /// <param name="visit">The request that shows it.</param>
    /// <param name="action">Where it goes.</param>
    /// <param name="session">The secret id of the session or of the sign-in under way, in which it is good.</param>
    /// <param name="account">The account.</param>
    /// <param name="owner">The unique id of the user, or <see cref="Account.RootOwner"/>.</param>
    internal static Html Form(Visit visit, string action, string session, Account account, string owner)
    {
        var address = visit.Services.Installation.Address;
        if (RelyingParty.Of(address) is not { } party)
        {
            return Html.Of($"""<p class="hint">Browsers make passkeys only for a host name and over https, or for localhost; this server's public address is <code>{address.Url}</code>.</p>""");
        }

        var ceremony = new PasskeyCeremony(party, visit.Services.Challenges.Issue(PasskeyPurpose.Registration, session), account.Id, owner);
        var options = PasskeyRegistration.Options(ceremony, $"{NameOf(account, owner) ?? "root"} @ {account.Profile.Alias ?? account.Id}", account.MfaDevices.OwnedBy(owner));
        return Html.Of($"""
            <form method="post" action="{action}" data-passkey="create" data-options="{options}">
            {visit.FormToken}
            <input type="hidden" name="credential">
            <label for="passkeyName">Name of the passkey or security key</label>
            <input type="text" id="passkeyName" name="passkeyName" required maxlength="{MaxName}" pattern="[A-Za-z0-9_+=,.@\-]+" autocomplete="off" autocapitalize="none" spellcheck="false">
            <p class="hint">Letters, digits and <code>_ + = , . @ -</code>, so that you tell it from others.</p>
            <p class="wrong" role="alert" hidden></p>
            <button type="submit">Register a passkey</button>
            </form>
            {NoScript}
            """);
    }

    /// <summary>What a browser shows that runs no script.</summary>
    internal static Html NoScript => new("""<noscript><p class="hint">Passkeys and security keys need JavaScript, which does not run here. One-time codes do without.</p></noscript>""");

    /// <summary>Warns of a device whose counter went back; nothing for any other.</summary>
    internal static Html Mark(MfaDevice? device) => device?.Passkey?.Copied is not { } since
        ? Html.None
        : Html.Of($"""<p class="wrong">Refused since {since}: its counter went back, so there is a copy of it. Remove it.</p>""");

    /// <summary>Registers what the form brought.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="credentials">With whose rights, which decide.</param>
    /// <param name="session">The secret id with which the form was made.</param>
    /// <param name="account">The account.</param>
    /// <param name="owner">The unique id of the user, or <see cref="Account.RootOwner"/>.</param>
    /// <param name="cancel">Gives up.</param>
    /// <returns>Why not; null when it was done.</returns>
    internal static async ValueTask<string?> RegisterAsync(
        Visit visit, IssuedSession credentials, string session, Account account, string owner, CancellationToken cancel)
    {
        if (!visit.Services.Challenges.TryTake(PasskeyPurpose.Registration, session, out var challenge) || RelyingParty.Of(visit.Services.Installation.Address) is not { } party)
        {
            return NotTaken;
        }

        if (visit.Field("credential") is not { Length: > 0 } response)
        {
            return "The browser sent no passkey. Passkeys need JavaScript.";
        }

        if (visit.Field("passkeyName") is not { Length: <= MaxName } name || !Names().IsMatch(name))
        {
            return $"The name of a passkey is up to {MaxName} letters, digits and _ + = , . @ -.";
        }

        try
        {
            var passkey = PasskeyRegistration.Verify(new(party, challenge, account.Id, owner), account.MfaDevices, response);
            var user = NameOf(account, owner);
            var serial = $"{MfaDevice.PasskeySerialOf(account.Id, user)}{name}-{visit.Services.Installation.Ids.NewPasskeySuffix()}";
            await visit.Services.Api.EnablePasskeyAsync(credentials, visit.Http, user ?? "root", serial, passkey, cancel);
            return null;
        }
        catch (PasskeyException)
        {
            return NotTaken;
        }
        catch (ApiRefusal refusal)
        {
            return refusal.Message;
        }
    }

    // Null for root.
    private static string? NameOf(Account account, string owner) => account.Users.FindById(owner)?.Name;

    [GeneratedRegex(@"^[A-Za-z0-9_+=,.@\-]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Names();
}

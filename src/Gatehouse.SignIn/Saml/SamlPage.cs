using System.Globalization;
using System.Security;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;
using Gatehouse.SignIn.Console;
using Gatehouse.SignIn.Entrance;
using Gatehouse.SignIn.Pages;
using Gatehouse.SignIn.Sessions;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.SignIn.Saml;

/// <summary>Sign-in by SAML: our metadata, the way to a provider, and its answer [AU-524, AU-730].</summary>
internal sealed class SamlPage(SignInServices services) : IPage
{
    private const string AcsPath = "/saml";
    private const string AcsFolder = "/saml/acs/";
    private const string LoginFolder = "/saml/login/";
    private const string ChoicePath = "/saml/role";
    private const string ProviderKind = "saml-provider/";
    private const int MostResponse = 256 * 1024;
    private const int MostProviders = 20;
    private const int DefaultSeconds = 3600;

    private readonly Tickets<SamlRequest> requests = new(services.Installation.Clock, TimeSpan.FromMinutes(15));
    private readonly Tickets<SamlChoice> choices = new(services.Installation.Clock, TimeSpan.FromMinutes(15));

    public IEnumerable<Route> Routes =>
    [
        new("GET", "/static/saml-metadata.xml", static (visit, _) => visit.WriteAsync(200, "application/samlmetadata+xml", MetadataOf(visit.Services.Installation.Address.SamlUrl))),
        new("GET", LoginFolder, AskAsync),
        new("POST", AcsPath, TakeAsync) { FromAnywhere = true, MostForm = 2 * MostResponse },
        new("POST", AcsFolder, TakeAsync) { FromAnywhere = true, MostForm = 2 * MostResponse },
        new("GET", ChoicePath, GoOnAsync),
        new("POST", ChoicePath, ChooseAsync),
    ];

    private static string MetadataOf(string own) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{SecurityElement.Escape(own)}">
          <SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
            <NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat>
            <NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:transient</NameIDFormat>
            <NameIDFormat>urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress</NameIDFormat>
            <AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="{SecurityElement.Escape(own)}" index="1" isDefault="true"/>
          </SPSSODescriptor>
        </EntityDescriptor>

        """;

    // The browser is sent to its provider with a request of ours, and only the answer to that one is taken from it.
    private async ValueTask AskAsync(Visit visit, CancellationToken cancel)
    {
        var returnTo = visit.Query("returnTo");
        if (returnTo is not null && !visit.Services.Targets.Allows(returnTo))
        {
            await visit.RefuseAsync(400, "Not understood", "returnTo is not a path of this server, nor an address that its operator allows.");
            return;
        }

        if (ProviderOf(visit, LoginFolder) is not { } arn
            || (await visit.Services.Installation.Accounts.FindAsync(arn.Account, cancel))?.Current.SamlProviders.Find(arn.Resource[ProviderKind.Length..]) is not { } provider
            || visit.Services.Installation.Proofs?.SignOnOf(provider) is not { } signOn)
        {
            await visit.RefuseAsync(404, "Not found", "There is no such identity provider, or its metadata names no place to sign in by redirect.");
            return;
        }

        var request = new SamlRequest(SamlRequest.NewId(), arn.Account, arn.Text, returnTo);
        if (requests.TryIssue(request, visit.Address) is not { } handle)
        {
            await visit.WaitAsync(TimeSpan.FromMinutes(1));
            return;
        }

        await visit.GoAsync(request.AddressOf(signOn, visit.Services.Installation.Address.SamlUrl, handle, visit.Now));
    }

    private async ValueTask TakeAsync(Visit visit, CancellationToken cancel)
    {
        var (response, relay) = (visit.Field("SAMLResponse") ?? "", visit.Field("RelayState"));
        requests.TryTake(relay, out var request);
        var proofs = visit.Services.Installation.Proofs;
        if (proofs is null || response.Length is 0 or > MostResponse)
        {
            await RefuseAsync(visit);
            return;
        }

        // What an encrypted assertion offers is not to be seen before its provider is known: from our request, or from the address that it is sent to.
        IReadOnlyList<string> providers = request is not null ? [request.ProviderArn]
            : ProviderOf(visit, AcsFolder) is { } named ? [named.Text]
            : proofs.ClaimedProviders(response);
        var (taken, offers) = await CheckAsync(visit, proofs, providers, response, cancel);
        if (taken is null)
        {
            await RefuseAsync(visit);
            return;
        }

        if (taken.InResponseTo != request?.Id)
        {
            Fail(visit, taken.Identity.ProviderArn, request is null ? "The response answers a request that is not known" : "The response does not answer the request");
            await RefuseAsync(visit);
            return;
        }

        if (!proofs.TrySpend(taken))
        {
            Fail(visit, taken.Identity.ProviderArn, "The assertion was used before");
            await RefuseAsync(visit);
            return;
        }

        // A handle of ours is no address; what a provider sends of its own may be one, within what we allow.
        var returnTo = request is not null ? request.ReturnTo : visit.TargetOf(relay);
        var choice = new SamlChoice(response, new(taken.Identity.Issuer, taken.AssertionId, visit.Services.Installation.Clock.GetUtcNow()), offers, taken.SessionSeconds, returnTo);

        // Browsers bring no cookies with another site's form: who is signed in shows with the next request only.
        if (await Underway.KeepAsync(visit, choices, Cookies.Saml, choice) is not null)
        {
            await visit.GoAsync(ChoicePath);
        }
    }

    private async ValueTask GoOnAsync(Visit visit, CancellationToken cancel)
    {
        if (Underway.Find(visit, choices, Cookies.Saml) is not { } choice)
        {
            await TooLateAsync(visit);
        }
        else if (choice.Offers is [var only] && !HttpMethods.IsHead(visit.Http.Request.Method))
        {
            await TakeUpAsync(visit, only, cancel);
        }
        else
        {
            await OfferAsync(visit, choice);
        }
    }

    private static async ValueTask<(ProvenSignOn? Taken, List<SamlOffer> Offers)> CheckAsync(
        Visit visit, IIdentityProofs proofs, IReadOnlyList<string> providers, string response, CancellationToken cancel)
    {
        ProvenSignOn? first = null;
        var offers = new List<SamlOffer>();
        foreach (var provider in providers.Where(static provider => new Arn(provider) is { IsWellFormed: true } arn && arn.IsKind(ProviderKind)).Take(MostProviders))
        {
            var account = (await visit.Services.Installation.Accounts.FindAsync(new Arn(provider).Account, cancel))?.Current;
            try
            {
                var taken = proofs.CheckSignOn(account, provider, response);
                first ??= taken;
                offers.AddRange(taken.Roles.Where(role => new Arn(role).Account == account!.Id).Select(role => new SamlOffer(account!.Id, account.Profile.Name, role, provider)));
            }
            catch (ProofException refusal)
            {
                if (account is { Exists: true } && account.SamlProviders.Find(new Arn(provider).Resource[ProviderKind.Length..]) is not null)
                {
                    Fail(visit, provider, refusal.Message);
                }
            }
        }

        return (offers.Count > 0 ? first : null, offers);
    }

    private static ValueTask OfferAsync(Visit visit, SamlChoice choice) => visit.ShowAsync(
        "Select a role",
        Html.Of($"""
            <form method="post" action="{ChoicePath}">
            {visit.FormToken}
            {Html.Of(choice.Offers.GroupBy(static offer => (offer.Account, offer.AccountName)).Select(group => Html.Of($"""
            <fieldset><legend>Account: {group.Key.AccountName} ({group.Key.Account})</legend>
            {Html.Of(group.Select(offer => Html.Of($"""<label class="check"><input type="radio" name="role" value="{offer.RoleArn}" required> {NameOf(offer.RoleArn)}</label>""")))}
            </fieldset>

            """)))}
            <button type="submit">Sign in</button>
            </form>
            """));

    private async ValueTask ChooseAsync(Visit visit, CancellationToken cancel)
    {
        if (Underway.Find(visit, choices, Cookies.Saml) is not { } choice)
        {
            await TooLateAsync(visit);
        }
        else if (choice.Offers.FirstOrDefault(offer => offer.RoleArn == visit.Field("role")) is not { } offer)
        {
            await OfferAsync(visit, choice);
        }
        else
        {
            await TakeUpAsync(visit, offer, cancel);
        }
    }

    private async ValueTask TakeUpAsync(Visit visit, SamlOffer offer, CancellationToken cancel)
    {
        if (visit.SignedIn is { } before && before.Caller.Account.Id != offer.Account)
        {
            // AWS's words. An assertion that somebody else sent the browser with must not put another session in the place of one's own.
            await visit.ShowAsync(
                "Signed in already",
                Html.Of($"""
                    <p class="wrong" role="alert">You must first log out before logging into a different AWS account.</p>
                    <p>You are signed in as <code>{before.Caller.Arn.Text}</code>. Sign out, and you go on to account {offer.AccountName} ({offer.Account}).</p>
                    {HomePage.SignOutForm(visit, ChoicePath)}
                    """),
                400);
            return;
        }

        if (Underway.Take(visit, choices, Cookies.Saml) is not { } choice)
        {
            await TooLateAsync(visit);
            return;
        }

        Cookies.Drop(visit.Http, visit.Secure, Cookies.Saml);
        await SignInAsync(visit, choice, offer, cancel);
    }

    private static ValueTask TooLateAsync(Visit visit) => visit.RefuseAsync(400, "Too late", "The choice is no longer open. Sign in at your identity provider again.");

    // STS itself decides, on the response as it came; the session is what any client would have got.
    private static async ValueTask SignInAsync(Visit visit, SamlChoice choice, SamlOffer offer, CancellationToken cancel)
    {
        var slot = await visit.Services.Installation.Accounts.FindAsync(offer.Account, cancel);
        var longest = slot?.Current.Roles.Find(NameOf(offer.RoleArn))?.MaxSessionSeconds ?? DefaultSeconds;
        try
        {
            var seconds = Math.Min(choice.SessionSeconds ?? DefaultSeconds, longest);
            var answer = await visit.Services.Api.RedeemAsync(
                choice.Assertion,
                visit.Http,
                [
                    new("RoleArn", offer.RoleArn), new("PrincipalArn", offer.ProviderArn), new("SAMLAssertion", choice.Response),
                    new("DurationSeconds", seconds.ToString(CultureInfo.InvariantCulture)),
                ],
                cancel);
            var (keyId, token) = (DeviceForms.Text(answer, "AccessKeyId"), DeviceForms.Text(answer, "SessionToken"));
            if (slot is null || !visit.Services.Installation.Sessions.TryOpen(token, keyId, out var contents, out _) || SessionCallers.Find(slot.Current, keyId, contents) is not { } caller)
            {
                await RefuseAsync(visit);
                return;
            }

            visit.Begin(new()
            {
                Credentials = new(keyId, DeviceForms.Text(answer, "SecretAccessKey"), token, contents),
                Began = visit.Now,
                LastSeen = visit.Now,
                Address = visit.Address?.ToString(),
                UserAgent = visit.UserAgent,
            });
            var target = choice.ReturnTo ?? "/console";
            SignInEvents.SignedIn(visit, caller, null, target.StartsWith('/') ? visit.Services.Installation.Address.Url + target : target, offer.ProviderArn);
            await visit.GoAsync(target);
        }
        catch (ApiRefusal refusal)
        {
            Fail(visit, offer.ProviderArn, refusal.Message);
            await RefuseAsync(visit);
        }
    }

    private static void Fail(Visit visit, string providerArn, string why) => SignInEvents.SamlFailure(visit, new Arn(providerArn).Account, why);

    private static ValueTask RefuseAsync(Visit visit) => visit.ShowAsync(
        "Not signed in", Html.Of($"""<p class="wrong" role="alert">Your request included an invalid SAML response. To logout, <a href="{HomePage.SignOutPath}">click here</a>.</p>"""), 400);

    // ACCOUNT/PROVIDER below a path of ours.
    private static Arn? ProviderOf(Visit visit, string folder) =>
        visit.Http.Request.Path.Value is { } path && path.StartsWith(folder, StringComparison.Ordinal)
        && path[folder.Length..].Split('/') is [{ Length: 12 } account, { Length: > 0 and <= 128 } name] && account.All(char.IsAsciiDigit)
            ? Arn.Iam(account, ProviderKind + name)
            : null;

    private static string NameOf(string roleArn) => roleArn[(roleArn.LastIndexOf('/') + 1)..];
}

using System.Collections.Immutable;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Portal;

/// <summary>Who asks for an authorization code: a program that registered itself, or an application of an instance [AU-850].</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Asks">What it asks for, as a sentence.</param>
/// <param name="Key">What its grants keep of it.</param>
/// <param name="StoreId">The identity store whose people it is for; null when it did not say.</param>
/// <param name="Allows">Whether a browser may be sent to an address with a code for it.</param>
/// <param name="ScopesOf">What it gets of what it asks for; null when it may not have all of it.</param>
internal sealed record ConsentClient(string Name, string Asks, string Key, string? StoreId, Func<string, bool> Allows, Func<ImmutableArray<string>, ImmutableArray<string>?> ScopesOf)
{
    private const string CodeGrant = "authorization_code";

    /// <summary>The client of an id; null when there is none, or it gets no codes.</summary>
    internal static async ValueTask<ConsentClient?> FindAsync(Visit visit, string? id, CancellationToken cancel)
    {
        var installation = visit.Services.Installation;
        if (id is null)
        {
            return null;
        }

        if (id.StartsWith("arn:aws:sso::", StringComparison.Ordinal))
        {
            var owner = new Arn(id).Account is { Length: 12 } account && account.All(char.IsAsciiDigit) ? (await installation.Accounts.FindAsync(account, cancel))?.Current : null;
            return owner?.FindApplication(id) is { Disabled: false, ActorPolicy: not null } application && application.GrantOf(CodeGrant) is { } grant
                ? Of(id, application, grant, owner.IdentityCenter!.IdentityStoreId)
                : null;
        }

        return RegisteredClient.TryRead(installation.Sessions.Messages, id, visit.Now, out var client)
            ? new(
                client.Name,
                "A program asks for the roles that you have in accounts.",
                RegisteredClient.HashOf(id),
                client.StoreId,
                client.Allows,
                asked => asked.IsEmpty ? client.Scopes : asked.All(scope => client.Scopes.Contains(scope)) ? asked : null)
            : null;
    }

    private static ConsentClient Of(string arn, IdentityApplication application, ApplicationGrant grant, string store) =>
        new(application.Name, "An application asks to act for you.", arn, store, uri => grant.RedirectUris.Contains(uri), asked => application.ScopesOf(asked));
}

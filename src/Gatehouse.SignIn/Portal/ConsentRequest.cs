using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Portal;

/// <summary>What a program with a browser asks for: an authorization code [AU-850, AU-851].</summary>
/// <param name="ClientId">Its client id.</param>
/// <param name="Client">Who that is.</param>
/// <param name="StoreId">The identity store whose people it is for.</param>
/// <param name="RedirectUri">Where the code goes.</param>
/// <param name="State">What the program wants to hear again; null when it wants nothing.</param>
/// <param name="Challenge">The hash of a secret of the program's, as base64url.</param>
/// <param name="Scopes">What it asks for.</param>
internal sealed record ConsentRequest(string ClientId, ConsentClient Client, string StoreId, string RedirectUri, string? State, string Challenge, ImmutableArray<string> Scopes)
{
    internal const string Path = "/authorize";

    private const int HashSize = 32;
    private const int MostState = 512;

    /// <summary>The request as an address of ours.</summary>
    internal string Url =>
        $"{Path}?response_type=code&client_id={Uri.EscapeDataString(ClientId)}&redirect_uri={Uri.EscapeDataString(RedirectUri)}{(State is null ? "" : "&state=" + Uri.EscapeDataString(State))}"
        + $"&code_challenge_method=S256&code_challenge={Challenge}&scopes={Uri.EscapeDataString(string.Join(' ', Scopes))}";

    /// <summary>The origin of the program, to which the answer of our form leads.</summary>
    internal string Origin => new Uri(RedirectUri).GetLeftPart(UriPartial.Authority);

    /// <summary>The fields of a form that repeat the request.</summary>
    internal Html Fields => Html.Of($"""
        <input type="hidden" name="response_type" value="code"><input type="hidden" name="scopes" value="{string.Join(' ', Scopes)}">
        <input type="hidden" name="client_id" value="{ClientId}"><input type="hidden" name="redirect_uri" value="{RedirectUri}">
        {Html.When(State is not null, $"""<input type="hidden" name="state" value="{State}">""")}
        <input type="hidden" name="code_challenge_method" value="S256"><input type="hidden" name="code_challenge" value="{Challenge}">
        """);

    /// <summary>Reads a request.</summary>
    /// <param name="visit">The browser's.</param>
    /// <param name="parameter">A parameter of it.</param>
    /// <param name="client">Who asks; null for a client that there is not.</param>
    /// <param name="request">The request.</param>
    /// <returns>Why it is none; null when it is one. Nobody is redirected for a request that is none: the address is not trusted before all is right.</returns>
    internal static string? Read(Visit visit, Func<string, string?> parameter, ConsentClient? client, out ConsentRequest? request)
    {
        request = null;
        var installation = visit.Services.Installation;
        if (parameter("client_id") is not { } clientId || client is null)
        {
            return "client_id is not a client that is registered here (invalid_client).";
        }

        if (parameter("redirect_uri") is not { } redirect || !client.Allows(redirect))
        {
            return "redirect_uri is not one that the client was registered with (invalid_redirect_uri).";
        }

        if (parameter("response_type") != "code" || parameter("code_challenge_method") != "S256")
        {
            return "response_type must be code, and code_challenge_method must be S256.";
        }

        if (parameter("code_challenge") is not { Length: <= 2 * HashSize } challenge || CompactToken.Decode(challenge) is not { Length: HashSize })
        {
            return "code_challenge must be a SHA-256 hash in base64url without padding.";
        }

        var state = parameter("state");
        if (state?.Length > MostState)
        {
            return $"state must not have more than {MostState} characters.";
        }

        // AWS's tools write "scopes"; OAuth has "scope".
        ImmutableArray<string> asked = [.. (parameter("scopes") ?? parameter("scope") ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Distinct()];
        if (client.ScopesOf(asked) is not { } scopes)
        {
            return "The client was not registered for one of the scopes (invalid_scope).";
        }

        var stores = installation.Names.Of(IdentityCenterInstance.StoreNames);
        if ((client.StoreId ?? (stores is [var (only, _)] ? only : null)) is not { } store || installation.Names.OwnerOf(IdentityCenterInstance.StoreNames, store) is null)
        {
            return "The client was registered without the start URL of an instance.";
        }

        request = new(clientId, client, store, redirect, state, challenge, scopes);
        return null;
    }

    /// <summary>Where the browser goes with an answer.</summary>
    internal string Answer(string name, string value) =>
        $"{RedirectUri}{(RedirectUri.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{name}={Uri.EscapeDataString(value)}{(State is null ? "" : "&state=" + Uri.EscapeDataString(State))}";
}

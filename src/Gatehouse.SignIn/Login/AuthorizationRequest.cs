using Gatehouse.Accounts.Federation;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Login;

/// <summary>What a program asks a browser to ask for: an authorization code for it [AU-741].</summary>
/// <param name="Client">The program.</param>
/// <param name="RedirectUri">Where the code goes.</param>
/// <param name="State">What the program wants to hear again, so that it knows its own code.</param>
/// <param name="Challenge">The hash of a secret of the program's, as base64url.</param>
internal sealed record AuthorizationRequest(LoginClient Client, string RedirectUri, string State, string Challenge)
{
    internal const string Path = "/v1/authorize";

    private const string Method = "SHA-256";
    private const int HashSize = 32;
    private const int MostState = 512;

    /// <summary>The request as an address of ours.</summary>
    internal string Url =>
        $"{Path}?response_type=code&client_id={Uri.EscapeDataString(Client.Id)}&state={Uri.EscapeDataString(State)}&code_challenge_method={Method}"
        + $"&code_challenge={Challenge}&scope=openid&redirect_uri={Uri.EscapeDataString(RedirectUri)}";

    /// <summary>The origin of a program on this device, to which the answer of our form leads; null for one elsewhere, whose answer stays here.</summary>
    internal string? Origin => Client.IsRemote ? null : new Uri(RedirectUri).GetLeftPart(UriPartial.Authority);

    /// <summary>Reads a request.</summary>
    /// <param name="visit">The browser's.</param>
    /// <param name="parameter">A parameter of it.</param>
    /// <param name="request">The request.</param>
    /// <returns>Why it is none; null when it is one. Nobody is redirected for a request that is none: the address is not trusted before all is right.</returns>
    internal static string? Read(Visit visit, Func<string, string?> parameter, out AuthorizationRequest? request)
    {
        request = null;
        if (LoginClient.Find(parameter("client_id")) is not { } client)
        {
            return "client_id is not a client that is known here.";
        }

        if (parameter("redirect_uri") is not { } redirect || !client.Allows(redirect, visit.Services.Installation.Address, $"{visit.Http.Request.Scheme}://{visit.Http.Request.Host}"))
        {
            return "redirect_uri is not one that this client may use.";
        }

        if (parameter("response_type") != "code" || parameter("scope") != "openid" || parameter("code_challenge_method") != Method)
        {
            return $"response_type must be code, scope must be openid, and code_challenge_method must be {Method}.";
        }

        if (parameter("code_challenge") is not { Length: <= 2 * HashSize } challenge || CompactToken.Decode(challenge) is not { Length: HashSize })
        {
            return "code_challenge must be a SHA-256 hash in base64url without padding.";
        }

        if (parameter("state") is not { Length: > 0 and <= MostState } state)
        {
            return $"state must have 1 to {MostState} characters.";
        }

        request = new(client, redirect, state, challenge);
        return null;
    }

    /// <summary>Where the browser goes with an answer.</summary>
    internal string Answer(string name, string value) => $"{RedirectUri}?{name}={Uri.EscapeDataString(value)}&state={Uri.EscapeDataString(State)}";

    /// <summary>The fields of a form that repeat the request.</summary>
    internal Html Fields => Html.Of($"""
        <input type="hidden" name="response_type" value="code"><input type="hidden" name="scope" value="openid">
        <input type="hidden" name="client_id" value="{Client.Id}"><input type="hidden" name="redirect_uri" value="{RedirectUri}">
        <input type="hidden" name="state" value="{State}">
        <input type="hidden" name="code_challenge_method" value="{Method}"><input type="hidden" name="code_challenge" value="{Challenge}">
        """);
}

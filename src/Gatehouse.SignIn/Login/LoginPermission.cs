using System.Globalization;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.SignIn.Login;

/// <summary>Asks whether somebody may let a program have credentials of theirs [AU-741].</summary>
internal static class LoginPermission
{
    /// <summary>The action of consenting.</summary>
    internal const string Authorize = "signin:AuthorizeOAuth2Access";

    /// <summary>The action of fetching credentials.</summary>
    internal const string CreateToken = "signin:CreateOAuth2Token";

    private const string MfaAge = "aws:MultiFactorAuthAge";

    /// <summary>Decides; null when it is allowed.</summary>
    /// <param name="call">The request, whose caller is the one who is signed in.</param>
    /// <param name="action">The action.</param>
    /// <param name="client">The program.</param>
    /// <param name="redirectUri">Where the code goes; null where none is.</param>
    /// <param name="grantType">With what credentials are fetched; null where none are.</param>
    internal static Denial? Judge(Call call, string action, LoginClient client, string? redirectUri, string? grantType)
    {
        var needs = new Requirements(action, client.ResourceIn(call.Region, call.Account.Id))
            .Key("signin:OAuthClientId", client.Id)
            .Key("signin:OAuthRedirectUri", redirectUri)
            .Key("signin:OAuthGrantType", grantType);
        if (call.Caller.Session is { MfaTime: { } shown, Kind: SessionKind.SignIn } && !call.Network!.TryFind(MfaAge, out _))
        {
            // Nobody signs the request for a token, so that its transport knows of no second factor.
            needs.Key(MfaAge, ((long)(call.Now - shown).TotalSeconds).ToString(CultureInfo.InvariantCulture));
        }

        return new Authorizer(call.Installation.Effective).Judge(call, needs, call.Network!);
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sso;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Portal;

/// <summary>Who asks the portal: whom the token in the header names. Nobody signs such requests [AU-852].</summary>
/// <param name="Owner">The account that owns the instance.</param>
/// <param name="User">The user.</param>
/// <param name="Token">The token.</param>
internal sealed record Bearer(Account Owner, IdentityUser User, PortalToken Token)
{
    /// <summary>The identity store that a token says it is of, which finds its account.</summary>
    internal static Arn TargetOf(string token) => PortalToken.AccountOf(token) is { } account ? new($"arn:aws:identitystore::{account}:identitystore/*") : Arn.Any;

    /// <summary>Whom a token names.</summary>
    /// <exception cref="UnauthorizedException">Nobody: it is none of ours, or what it is of is over.</exception>
    internal static Bearer Require(string text, Call call)
    {
        if (!PortalToken.TryRead(call.Installation.Sessions.Messages, MessagePurpose.PortalAccess, text, out var token) || token.Expires <= call.Now
            || token.Grant.Session.FindUser(call.Owner, token.Grant.Id, call.Now) is not { } user || !token.Grant.IsForAccounts)
        {
            throw Unauthorized();
        }

        // Beside the session: what a program does by it is a use of it.
        token.Grant.Session.Remember(call.Installation, call.Now)?.Touch("awsssoportal", call.Region, call.Now);
        call.Named?.Invoke(AuditIdentity.Of(token.Grant.Session, user, call.Owner!));
        return new(call.Owner!, user, token);
    }

    /// <summary>A request without the header is one that nobody sent; anything else that is wrong with it stays what it is.</summary>
    internal static ApiException Refuse(ApiException refusal) => refusal switch
    {
        CommonException { Kind: CommonError.Validation } when refusal.Message.Contains("accessToken", StringComparison.Ordinal) => Unauthorized(),
        CommonException { Kind: CommonError.Validation or CommonError.Malformed } => new InvalidRequestException(refusal.Message),
        CommonException { Kind: CommonError.Throttling } => new TooManyRequestsException(refusal.Message),
        _ => refusal,
    };

    /// <summary>Accounts that the instance's own is responsible for: itself, and its organization's.</summary>
    internal (string Name, string Email)? Describe(string account) =>
        account == Owner.Id ? (Owner.Profile.Name, Owner.Profile.Email)
        : Owner.Members.Find(account) is { } member ? (member.Name, member.Email)
        : null;

    // AWS's words.
    private static UnauthorizedException Unauthorized() => new("Session token not found or invalid");
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.SignIn.Entrance;
using Gatehouse.SignIn.Pages;

namespace Gatehouse.SignIn.Portal;

/// <summary>What the trail of the instance's account tells of its portal (AWS: "IAM Identity Center sign-in events").</summary>
internal static class PortalEvents
{
    internal const string Password = "PASSWORD";
    internal const string Code = "TOTP";

    /// <summary>A password or a code was shown.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="account">The account that owns the instance.</param>
    /// <param name="storeId">The identity store.</param>
    /// <param name="userId">The user; null for one that there is not.</param>
    /// <param name="type">What was shown.</param>
    /// <param name="right">Whether it was right.</param>
    internal static void Verified(Visit visit, string account, string storeId, string? userId, string type, bool right) =>
        visit.Services.Happened(SignInEvents.Of(visit, "CredentialVerification", account, IdentityOf(account, storeId, userId), null) with
        {
            EventType = "AwsServiceEvent",
            AdditionalData = JsonObjects.Write(json => json.WriteString("CredentialType"u8, type)),
            ServiceDetails = JsonObjects.Write(json => json.WriteString("CredentialVerification"u8, right ? "Success"u8 : "Failure"u8)),
        });

    /// <summary>Somebody is signed in.</summary>
    internal static void SignedIn(Visit visit, PortalVisitor who) =>
        visit.Services.Happened(Of(visit, "UserAuthentication", who) with
        {
            EventType = "AwsServiceEvent",
            ServiceDetails = JsonObjects.Write(static json => json.WriteString("UserAuthentication"u8, "Success"u8)),
        });

    /// <summary>Somebody let a program in, or did not. No code stands in the trail: whoever reads it must not be able to go on from there.</summary>
    internal static void Decided(Visit visit, PortalVisitor who, string name, string program, bool allowed) =>
        visit.Services.Happened(Of(visit, name, who) with
        {
            RequestParameters = JsonObjects.Write(json =>
            {
                json.WriteString("clientName"u8, program);
                json.WriteString("decision"u8, allowed ? "Allow"u8 : "Deny"u8);
            }),
        });

    /// <summary>Something that somebody did at the portal.</summary>
    internal static AuditEvent Of(Visit visit, string name, PortalVisitor who) =>
        SignInEvents.Of(visit, name, who.Slot.Current.Id, AuditIdentity.Of(who.Session, who.User, who.Slot.Current), null) with { Source = "sso.amazonaws.com" };

    // People type passwords into the wrong field, so the name of nobody is not kept.
    private static AuditIdentity IdentityOf(string account, string storeId, string? userId) => new()
    {
        Type = "IdentityCenterUser",
        Account = account,
        IdentityUserId = userId ?? "",
        IdentityStoreArn = $"arn:aws:identitystore::{account}:identitystore/{storeId}",
    };
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.SignIn.Pages;
using Gatehouse.SignIn.Passkeys;

namespace Gatehouse.SignIn.Entrance;

/// <summary>What the trail tells of sign-ins (AWS: "AWS Management Console sign-in events") [AU-706].</summary>
public static class SignInEvents
{
    private const string Hidden = "HIDDEN_DUE_TO_SECURITY_REASONS";
    private const string Failed = "Failed authentication";
    private const string Nobody = "No username found in supplied account";

    /// <summary>Somebody signed in.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="caller">Who is signed in now.</param>
    /// <param name="device">The serial number of the second factor that was shown; null where none was.</param>
    /// <param name="loginTo">Where the browser goes.</param>
    /// <param name="samlProvider">The ARN of the SAML provider that vouched for them; null where none did.</param>
    public static void SignedIn(Visit visit, Caller caller, string? device, string loginTo, string? samlProvider = null)
    {
        ArgumentNullException.ThrowIfNull(visit);
        ArgumentNullException.ThrowIfNull(caller);
        var identity = AuditIdentity.Of(caller);
        visit.Services.Happened(Of(visit, "ConsoleLogin", caller.Account.Id, caller.Kind is CallerKind.Root or CallerKind.User ? identity with { Session = null, AccessKeyId = null } : identity, null) with
        {
            ResponseElements = JsonObjects.Write(json => json.WriteString("ConsoleLogin"u8, "Success"u8)),
            AdditionalData = JsonObjects.Write(json =>
            {
                json.WriteString("LoginTo"u8, loginTo);
                json.WriteString("MobileVersion"u8, "No"u8);
                json.WriteString("MFAUsed"u8, device is null ? "No"u8 : "Yes"u8);
                if (device is not null)
                {
                    json.WriteString("MFAIdentifier"u8, device);
                }

                if (samlProvider is not null)
                {
                    json.WriteString("SamlProviderArn"u8, samlProvider);
                }
            }),
        });
    }

    /// <summary>Somebody did not get in: a wrong password or second factor of a user that there is.</summary>
    /// <param name="visit">The request.</param>
    /// <param name="account">The account.</param>
    /// <param name="owner">The unique id of the user, or <see cref="Account.RootOwner"/>.</param>
    /// <param name="secondFactor">Whether the password was right.</param>
    /// <param name="passkey">What was wrong with a passkey; null when none was shown. Ours: AWS tells no more than that it failed.</param>
    internal static void Failure(Visit visit, Account account, string owner, bool secondFactor, PasskeyFault? passkey = null) =>
        Fail(visit, account.Id, IdentityOf(account, owner), Failed, secondFactor, passkey);

    /// <summary>Somebody named a user that there is not. People type passwords into the wrong field, so the name is not kept.</summary>
    internal static void Unknown(Visit visit, Account account) =>
        Fail(visit, account.Id, new() { Type = "IAMUser", Account = account.Id, AccessKeyId = "", UserName = Hidden }, Nobody, secondFactor: false);

    /// <summary>A SAML response was not taken. Who sent it is not proven; why is for the trail alone [AU-730].</summary>
    internal static void SamlFailure(Visit visit, string account, string why) => Fail(visit, account, new() { Type = "SAMLUser", Account = account }, why, secondFactor: false);

    /// <summary>Somebody has chosen another password on the way in.</summary>
    internal static AuditEvent PasswordUpdated(Visit visit, Account account, string owner) => Of(visit, "PasswordUpdated", account.Id, IdentityOf(account, owner), null) with
    {
        ResponseElements = JsonObjects.Write(json => json.WriteString("PasswordUpdated"u8, "Success"u8)),
    };

    /// <summary>A device that was made on the way in, and was not brought in, is gone again.</summary>
    internal static AuditEvent DeviceAbandoned(Visit visit, Account account, string owner, string serialNumber) => Of(visit, "DeleteVirtualMFADevice", account.Id, IdentityOf(account, owner), null) with
    {
        RequestParameters = JsonObjects.Write(json => json.WriteString("serialNumber"u8, serialNumber)),
    };

    /// <summary>Somebody has ended sessions of their own.</summary>
    internal static AuditEvent SessionsEnded(Visit visit, Caller caller, IEnumerable<string> sessions) => Of(visit, "EndSessions", caller.Account.Id, AuditIdentity.Of(caller), null) with
    {
        RequestParameters = JsonObjects.Write(json =>
        {
            json.WriteStartArray("sessionIds"u8);
            foreach (var session in sessions)
            {
                json.WriteStringValue(session);
            }

            json.WriteEndArray();
        }),
    };

    private static void Fail(Visit visit, string account, AuditIdentity identity, string message, bool secondFactor, PasskeyFault? passkey = null) =>
        visit.Services.Happened(Of(visit, "ConsoleLogin", account, identity, message) with
        {
            ResponseElements = JsonObjects.Write(json => json.WriteString("ConsoleLogin"u8, "Failure"u8)),
            AdditionalData = JsonObjects.Write(json =>
            {
                json.WriteString("MobileVersion"u8, "No"u8);
                json.WriteString("MFAUsed"u8, secondFactor ? "Yes"u8 : "No"u8);
                if (passkey is { } fault)
                {
                    json.WriteString("PasskeyFault"u8, fault.ToString());
                }
            }),
        });

    private static AuditIdentity IdentityOf(Account account, string owner) =>
        owner == Account.RootOwner ? new() { Type = "Root", PrincipalId = account.Id, Arn = Arn.Root(account.Id).Text, Account = account.Id, AccessKeyId = "" }
        : account.Users.FindById(owner) is { } user ? new() { Type = "IAMUser", PrincipalId = user.Id, Arn = user.ArnIn(account.Id).Text, Account = account.Id, UserName = user.Name }
        : new() { Type = "IAMUser", Account = account.Id, UserName = Hidden };

    /// <summary>An event of the pages.</summary>
    internal static AuditEvent Of(Visit visit, string name, string account, AuditIdentity identity, string? error) => new()
    {
        EventId = visit.Services.Installation.Ids.NewUuid(),
        EventType = "AwsConsoleSignIn",
        Account = account,
        Identity = identity,
        Time = visit.Now,
        Source = "signin.amazonaws.com",
        Name = name,
        Region = visit.Services.Region,
        SourceAddress = visit.Address?.ToString(),
        UserAgent = visit.UserAgent,
        ErrorMessage = error,
        RequestId = "",
        ReadOnly = false,
    };
}

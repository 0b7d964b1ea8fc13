using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.SignIn.Sessions;

/// <summary>Somebody who signed in with a browser.</summary>
public sealed record BrowserSession
{
    /// <summary>The credentials with which pages act. They never leave the server [AU-712].</summary>
    public required IssuedSession Credentials { get; init; }

    /// <summary>When it began: the absolute end counts from then.</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>The last request; the idle end counts from then.</summary>
    public required DateTimeOffset LastSeen { get; init; }

    /// <summary>When the password that was shown had been set: another password since, and the session is over. Null where none was shown.</summary>
    public DateTimeOffset? PasswordOf { get; init; }

    /// <summary>The serial number of the second factor that was shown: once it is not the user's any more, the session is over. Null where none was shown.</summary>
    public string? Device { get; init; }

    /// <summary>The devices that its user had when it was last seen, as <see cref="DevicesOf"/> tells them apart: once one is gone, the session is over, but for the one that removed it. Null where it has not been seen since.</summary>
    public ImmutableArray<string>? Devices { get; init; }

    /// <summary>From where it began, for the list of sessions.</summary>
    public string? Address { get; init; }

    /// <summary>The browser's name for itself, for the list of sessions.</summary>
    public string? UserAgent { get; init; }

    /// <summary>Where whoever sent the browser here can be found, or what they call themselves, to be shown when the session has ended [AU-720]; null where nobody did.</summary>
    public string? Issuer { get; init; }

    /// <summary>What the credentials say of the session.</summary>
    public SessionContents Contents => Credentials.Contents;

    /// <summary>The account.</summary>
    public string Account => Contents.Account;

    /// <summary>The unique id of the user or role, or <see cref="Account.RootOwner"/>.</summary>
    public string Owner => Contents.PrincipalId == Account ? Accounts.Account.RootOwner : Contents.PrincipalId;

    /// <summary>Somebody's devices, each by its serial number and the moment it was given to them: a serial number can be had again.</summary>
    public static ImmutableArray<string> DevicesOf(Account account, string owner) => [.. account.MfaDevices.OwnedBy(owner).Select(static device => $"{device.SerialNumber} {device.Enabled:O}")];

    /// <summary>When a second factor was shown; null when none was.</summary>
    public DateTimeOffset? SecondFactor => Contents.MfaTime;

    /// <summary>When it ends whatever happens.</summary>
    public DateTimeOffset Ends => Contents.Expires < Began + BrowserSessions.Longest ? Contents.Expires : Began + BrowserSessions.Longest;
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.LoginProfiles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.LoginProfiles;

/// <summary>Passwords as tests find and change them.</summary>
internal static class Logins
{
    internal const string Good = "correct Horse 1";

    internal static LoginProfile AddLogin(this AccountFixture account, string user, string password = Good)
    {
        account.Reach<CreateLoginProfile, CreateLoginProfileRequest, CreateLoginProfileResponse>(new() { UserName = user, Password = password });
        return account.LoginOf(user);
    }

    internal static LoginProfile LoginOf(this AccountFixture account, string user) =>
        account.Account.LoginProfiles.Find(account.Account.Users.Find(user)!.Id)!;

    internal static bool Opens(this AccountFixture account, string user, string password) => account.Installation.Passwords
        .MatchesAsync(password, account.LoginOf(user).Password, CancellationToken.None).AsTask().GetAwaiter().GetResult();

    internal static void Ask(this AccountFixture account, PasswordPolicy? policy) =>
        account.Put(account.Account.Profile with { PasswordPolicy = policy });

    internal static void RefusesPassword(this AccountFixture account, string message, Func<object> call) =>
        account.Refuses<PasswordPolicyViolationException>(400, "PasswordPolicyViolation", message, call);

    /// <summary>Calls as a session of a management account as this account's root from now on.</summary>
    internal static void ActAsAssumedRoot(this AccountFixture account)
    {
        var now = account.Clock.GetUtcNow();
        account.Caller = Caller.Root(account.Account, "ASIAAAAAAAAAAAAAAAAA", new SessionContents
        {
            Kind = SessionKind.AssumedRoot,
            Account = AccountFixture.Id,
            PrincipalId = AccountFixture.Id,
            PrincipalArn = $"arn:aws:iam::{AccountFixture.Id}:root",
            SessionName = "",
            SessionId = "1",
            Issued = now,
            Expires = now.AddMinutes(15),
        });
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>The applications of an instance, as operations find them by what a request names.</summary>
internal static class ApplicationStanding
{
    /// <summary>An application by its ARN.</summary>
    /// <exception cref="ResourceNotFoundException">The account has no such one.</exception>
    internal static IdentityApplication RequireApplication(this Account account, string arn) =>
        account.FindApplication(arn) ?? throw new ResourceNotFoundException($"Application {Echo.Of(arn)} was not found.");

    /// <summary>Changes an application.</summary>
    internal static void ChangeApplication(this Draft draft, string arn, Func<IdentityApplication, IdentityApplication> change) =>
        draft.Put(change(draft.Account.RequireApplication(arn)));

    /// <summary>The condition keys of every call on an application.</summary>
    internal static void RequireKeys(string arn, Call call, Requirements needs) => needs
        .Key("sso:ApplicationAccount", new Arn(arn).Account)
        .PrimaryRegion(call)
        .ResourceTags(call.Account.FindApplication(arn)?.Tags, service: null);

    /// <summary>The condition key of everything that belongs to an instance: the region it was made in.</summary>
    internal static Requirements PrimaryRegion(this Requirements needs, Call call) => needs.Key("sso:PrimaryRegion", call.Account.IdentityCenter?.Region);

    /// <summary>The id that an ARN ends with.</summary>
    internal static string IdOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}

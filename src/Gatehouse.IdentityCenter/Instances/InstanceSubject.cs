using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.IdentityCenter.Instances;

/// <summary>The instance that a call names, and what else it is checked on: a permission set, an account [PE-7].</summary>
internal static class InstanceSubject
{
    /// <summary>What stands for a permission set whose id is not known yet.</summary>
    internal const string NewSet = "*";

    /// <summary>The ARN of an account, as assignments are checked on it.</summary>
    internal static Arn OfAccount(string account) => new($"arn:aws:sso:::account/{account}");

    /// <summary>Adds what policies can test of the instance.</summary>
    internal static Requirements Require(string instanceArn, Call call, Requirements needs)
    {
        var instance = call.Account.FindInstance(instanceArn);
        return needs.Key("sso:PrimaryRegion", instance?.Region).ResourceTags(instance?.Tags, service: null);
    }

    /// <summary>Adds the permission set, and the account if there is one, to what the call is checked on; each has tags of its own.</summary>
    internal static Requirements Require(string instanceArn, string? setArn, string? account, Call call, Requirements needs)
    {
        if (account is not null)
        {
            needs.AlsoOn(OfAccount(account));
        }

        var instance = call.Account.FindInstance(instanceArn);
        needs.Key("sso:PrimaryRegion", instance?.Region);
        if (setArn is not null)
        {
            needs.AlsoOn(new(setArn), call.Account.FindPermissionSet(setArn)?.Tags);
        }

        return needs.ResourceTags(instance?.Tags, service: null);
    }

    /// <summary>Adds a permission set to what the call is checked on.</summary>
    internal static Requirements RequireSet(string instanceArn, string setArn, Call call, Requirements needs) => Require(instanceArn, setArn, null, call, needs);

    /// <summary>The ARN of a permission set that is about to be made in the instance.</summary>
    internal static Arn OfNewSet(string instanceArn) => new($"arn:aws:sso:::permissionSet/{instanceArn[(instanceArn.LastIndexOf('/') + 1)..]}/{NewSet}");
}

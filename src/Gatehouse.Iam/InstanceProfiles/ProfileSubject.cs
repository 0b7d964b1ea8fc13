using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.InstanceProfiles;

/// <summary>The instance profile that a call names.</summary>
internal static class ProfileSubject
{
    /// <summary>The ARN of the profile, whether or not there is one [PE-10].</summary>
    internal static Arn Target(string name, Call call) =>
        call.Account.InstanceProfiles.Find(name) is { } profile ? profile.ArnIn(call.Account.Id) : InstanceProfile.ArnOf(call.Account.Id, "/", name);

    /// <summary>Adds the profile's tags.</summary>
    internal static Requirements Require(string name, Call call, Requirements needs) =>
        needs.ResourceTags(call.Account.InstanceProfiles.Find(name)?.Tags, service: null);

    /// <summary>The profile of a name.</summary>
    /// <exception cref="NoSuchEntityException">There is none.</exception>
    internal static InstanceProfile RequireProfile(this Account account, string name) =>
        account.InstanceProfiles.Find(name) ?? throw new NoSuchEntityException($"Instance Profile {name} cannot be found.");
}

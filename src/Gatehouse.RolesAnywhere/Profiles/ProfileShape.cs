using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.RolesAnywhere.Shapes;

namespace Gatehouse.RolesAnywhere.Profiles;

/// <summary>A profile as the wire shows it.</summary>
internal static class ProfileShape
{
    internal static ProfileDetail Describe(this AnywhereProfile profile, string account) => new()
    {
        ProfileId = profile.Id,
        ProfileArn = profile.ArnIn(account).Text,
        Name = profile.Name,
        RequireInstanceProperties = profile.RequiresInstanceProperties,
        Enabled = profile.Enabled,
        CreatedBy = profile.CreatedBy,
        SessionPolicy = profile.SessionPolicy,
        RoleArns = profile.RoleArns,
        ManagedPolicyArns = profile.PolicyArns,
        CreatedAt = profile.Created,
        UpdatedAt = profile.Updated,
        DurationSeconds = profile.Seconds,
        AcceptRoleSessionName = profile.AcceptsSessionName,
        AttributeMappings = Mappings.Describe(profile.Mappings),
    };
}

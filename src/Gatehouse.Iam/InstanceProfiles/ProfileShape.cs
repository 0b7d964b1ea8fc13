using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Iam.Roles;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.InstanceProfiles;

/// <summary>An instance profile as the wire shows it, with its role and that role's trust policy.</summary>
/// <remarks>Made for one answer, once the accounts are loaded that the trust policies name.</remarks>
internal sealed class ProfileShape(Account account, Call call, Trustees trustees)
{
    /// <summary>A profile; null tags leave the element out.</summary>
    internal Shapes.InstanceProfile Describe(InstanceProfile profile, IReadOnlyList<Shapes.Tag>? tags) => new()
    {
        Arn = profile.ArnIn(account.Id).Text,
        CreateDate = profile.Created,
        InstanceProfileId = profile.Id,
        InstanceProfileName = profile.Name,
        Path = profile.Path,
        Roles = account.Roles.FindById(profile.RoleId) is { } role ? [role.DescribeBare(account, trustees.Show(role, account, call))] : [],
        Tags = tags,
    };

    /// <summary>Loads what it takes to show some profiles.</summary>
    internal static async ValueTask<ProfileShape> OfAsync(IEnumerable<InstanceProfile> profiles, Reach reach, CancellationToken cancel)
    {
        var account = reach.Call.Account;
        var roles = profiles.Select(profile => account.Roles.FindById(profile.RoleId)).OfType<Role>();
        return new(account, reach.Call, await Trustees.OfAsync(roles, null, reach, cancel));
    }
}

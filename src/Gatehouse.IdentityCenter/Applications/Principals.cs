using Gatehouse.Accounts;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>The users and groups that applications are assigned to.</summary>
internal static class Principals
{
    internal static bool IsGroup(string type) => type == PrincipalType.GROUP;

    internal static string TypeOf(bool isGroup) => isGroup ? PrincipalType.GROUP : PrincipalType.USER;

    /// <summary>Refuses somebody whom the identity store does not know.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such user or group.</exception>
    internal static void Require(Account account, string type, string id)
    {
        if (IsGroup(type) ? account.IdentityGroups.FindById(id) is null : account.IdentityUsers.FindById(id) is null)
        {
            throw Unknown(type, id);
        }
    }

    /// <summary>The refusal of somebody whom the identity store does not know.</summary>
    internal static ResourceNotFoundException Unknown(string type, string id) => new($"{type} {Echo.Of(id)} was not found.");
}

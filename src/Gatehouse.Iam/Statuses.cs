using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam.Shapes;
using Gatehouse.Wire;

namespace Gatehouse.Iam;

/// <summary>The status that calls give to keys, certificates and credentials.</summary>
internal static class Statuses
{
    /// <summary>The status of a request.</summary>
    /// <exception cref="CommonException">It is one that nobody can ask for: things expire by themselves [AU-205].</exception>
    internal static KeyStatus Read(string status) => status switch
    {
        StatusType.Active => KeyStatus.Active,
        StatusType.Inactive => KeyStatus.Inactive,
        _ => throw new CommonException(
            CommonError.Validation,
            $"1 validation error detected: Value '{status}' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]"),
    };
}

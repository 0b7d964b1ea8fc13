using Gatehouse.Accounts.Entities;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Groups;

/// <summary>A group as the wire shows it.</summary>
internal static class GroupShape
{
    /// <summary>The group, the same in every answer.</summary>
    internal static Shapes.Group Describe(this Group group, Accounts.Account account) => new()
    {
        Arn = group.ArnIn(account.Id).Text,
        CreateDate = group.Created,
        GroupId = group.Id,
        GroupName = group.Name,
        Path = group.Path,
    };
}

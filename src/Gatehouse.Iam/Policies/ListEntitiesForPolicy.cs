using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Policies;

/// <summary>Lists the groups, roles and users that a managed policy is attached to, or that it bounds.</summary>
internal sealed class ListEntitiesForPolicy : IRead<ListEntitiesForPolicyRequest, ListEntitiesForPolicyResponse>
{
    public static Arn Target(ListEntitiesForPolicyRequest request, Call call) => new(request.PolicyArn);

    public static void Require(ListEntitiesForPolicyRequest request, Call call, Requirements needs) => PolicySubject.Require(request.PolicyArn, call, needs);

    public static ListEntitiesForPolicyResponse Handle(ListEntitiesForPolicyRequest request, Call call)
    {
        if (call.FindPolicy(call.Account, request.PolicyArn) is null)
        {
            throw new NoSuchEntityException($"Policy {request.PolicyArn} does not exist or is not attachable.");
        }

        var page = new Chapters(request.Marker, request.MaxItems);
        var groups = Take('1', Shapes.EntityType.Group, call.Account.Groups);
        var roles = Take('2', Shapes.EntityType.Role, call.Account.Roles);
        var users = Take('3', Shapes.EntityType.User, call.Account.Users);
        return new()
        {
            PolicyGroups = groups.Select(group => new Shapes.PolicyGroup { GroupId = group.Id, GroupName = group.Name }).ToList(),
            PolicyRoles = roles.Select(role => new Shapes.PolicyRole { RoleId = role.Id, RoleName = role.Name }).ToList(),
            PolicyUsers = users.Select(user => new Shapes.PolicyUser { UserId = user.Id, UserName = user.Name }).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };

        IReadOnlyList<T> Take<T>(char chapter, string kind, Table<T> table)
            where T : class, IEntity<T>, IHolder =>
            request.EntityFilter is null || request.EntityFilter == kind ? page.Take(chapter, table, holder => PolicyUsage.Matches(request, holder)) : [];
    }
}

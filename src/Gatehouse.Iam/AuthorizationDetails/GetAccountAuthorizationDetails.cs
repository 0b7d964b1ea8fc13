using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Iam.Roles;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.AuthorizationDetails;

/// <summary>Shows everything that bears on who may do what in the account: users, groups, roles and managed policies, in this order.</summary>
/// <remarks>Waits for the accounts of the users and roles that trust policies name.</remarks>
internal sealed class GetAccountAuthorizationDetails : IReach<GetAccountAuthorizationDetailsRequest, GetAccountAuthorizationDetailsResponse>
{
    public static bool Changes => false;

    public static Arn Target(GetAccountAuthorizationDetailsRequest request, Call call) => Arn.Any;

    public static async ValueTask<GetAccountAuthorizationDetailsResponse> HandleAsync(
        GetAccountAuthorizationDetailsRequest request, Reach reach, CancellationToken cancel)
    {
        var (call, account) = (reach.Call, reach.Call.Account);
        var page = new Chapters(request.Marker, request.MaxItems);
        var users = Asked(Shapes.EntityType.User) ? page.Take('1', account.Users, weigh: Weight) : [];
        var groups = Asked(Shapes.EntityType.Group) ? page.Take('2', account.Groups, weigh: Weight) : [];
        var roles = Asked(Shapes.EntityType.Role) ? page.Take('3', account.Roles, weigh: role => Weight(role) + role.TrustPolicy.Length) : [];
        var own = Asked(Shapes.EntityType.LocalManagedPolicy) ? page.Take('4', account.Policies, weigh: policy => policy.Versions.Sum(version => version.Document.Length)) : [];
        var aws = Asked(Shapes.EntityType.AWSManagedPolicy)
            ? page.Take('5', call.Installation.AwsPolicies.All, policy => policy.Name, StringComparer.Ordinal, policy => IsInUse(policy.ArnIn("aws").Text),
                policy => policy.Versions.Sum(version => version.Document.Length))
            : [];

        var shapes = new DetailShapes(call, await Trustees.OfAsync(roles, null, reach, cancel));
        return new()
        {
            UserDetailList = users.Select(shapes.Describe).ToList(),
            GroupDetailList = groups.Select(shapes.Describe).ToList(),
            RoleDetailList = roles.Select(shapes.Describe).ToList(),
            Policies = own.Select(policy => policy.DescribeDetail(policy.ArnIn(account.Id).Text, account))
                .Concat(aws.Select(policy => policy.DescribeDetail(policy.ArnIn("aws").Text, account))).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };

        bool Asked(string kind) => request.Filter is not { Count: > 0 } filter || filter.Contains(kind, StringComparer.Ordinal);

        static int Weight(IHolder holder) => holder.InlinePolicies.Sum(policy => policy.Document.Length);

        // AWS: of its own policies only those that somebody has.
        bool IsInUse(string arn) => account.Attachments.CountOf(arn) > 0 || account.Attachments.BoundariesOf(arn) > 0;
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Groups;

/// <summary>Shows a group and a page of its members, in the order of their names.</summary>
internal sealed class GetGroup : IRead<GetGroupRequest, GetGroupResponse>
{
    public static Arn Target(GetGroupRequest request, Call call) => GroupSubject.Target(request.GroupName, call);

    public static void Require(GetGroupRequest request, Call call, Requirements needs) => GroupSubject.Require(request.GroupName, call, needs);

    public static GetGroupResponse Handle(GetGroupRequest request, Call call)
    {
        var group = call.Account.RequireGroup(request.GroupName);
        var page = Paging.Of(call.Account.Attachments.MembersOf(group), user => user.Name.ToUpperInvariant(), request.Marker, request.MaxItems);
        return new()
        {
            Group = group.Describe(call.Account),
            Users = page.Items.Select(user => user.DescribeListed(call.Account)).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}

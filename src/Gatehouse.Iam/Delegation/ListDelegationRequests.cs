using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Delegation;

/// <summary>Lists the delegation requests that somebody in the account has taken up.</summary>
internal sealed class ListDelegationRequests : IRead<ListDelegationRequestsRequest, ListDelegationRequestsResponse>
{
    public static Arn Target(ListDelegationRequestsRequest request, Call call) => Arn.Any;

    public static void Require(ListDelegationRequestsRequest request, Call call, Requirements needs) =>
        needs.Key("iam:DelegationRequestOwner", request.OwnerId);

    public static ListDelegationRequestsResponse Handle(ListDelegationRequestsRequest request, Call call)
    {
        var page = Paging.Of(
            call.Account.Delegations,
            request.Marker,
            request.MaxItems,
            delegation => delegation.Owner is { } owner && (request.OwnerId is null || owner == request.OwnerId));
        return new()
        {
            DelegationRequests = page.Items.Select(delegation => delegation.Describe(call.Now)).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}

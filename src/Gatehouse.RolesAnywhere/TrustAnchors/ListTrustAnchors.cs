using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.TrustAnchors;

/// <summary>Lists the trust anchors of a region.</summary>
internal sealed class ListTrustAnchors : IRead<ListTrustAnchorsRequest, ListTrustAnchorsResponse>
{
    public static Arn Target(ListTrustAnchorsRequest request, Call call) => Arn.Any;

    public static ListTrustAnchorsResponse Handle(ListTrustAnchorsRequest request, Call call)
    {
        var page = Pages.Of(call.Account.TrustAnchors.Where(one => one.Region == call.Region), one => one.Id, request.NextToken, request.PageSize);
        return new() { TrustAnchors = page.Items.Select(one => one.Describe(call.Account.Id)).ToList(), NextToken = page.Marker };
    }
}

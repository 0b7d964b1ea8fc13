using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Members;

/// <summary>Lists the requests for accounts, those of some states if asked so.</summary>
internal sealed class ListCreateAccountStatus : IRead<ListCreateAccountStatusRequest, ListCreateAccountStatusResponse>
{
    public static Arn Target(ListCreateAccountStatusRequest request, Call call) => Arn.Any;

    public static ListCreateAccountStatusResponse Handle(ListCreateAccountStatusRequest request, Call call)
    {
        call.Account.RequireManagement();
        var page = Pages.Of(
            call.Account.Creations,
            request.NextToken,
            request.MaxResults,
            creation => request.States is not { Count: > 0 } states || states.Contains(MemberShape.StateOf(creation)));
        return new() { CreateAccountStatuses = page.Items.Select(creation => creation.Describe()).ToList(), NextToken = page.Marker };
    }
}

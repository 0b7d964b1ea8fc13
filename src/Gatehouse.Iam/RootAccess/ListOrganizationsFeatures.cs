using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.RootAccess;

/// <summary>Lists what is switched on of managing the root users of members centrally.</summary>
internal sealed class ListOrganizationsFeatures : IRead<ListOrganizationsFeaturesRequest, ListOrganizationsFeaturesResponse>
{
    public static Arn Target(ListOrganizationsFeaturesRequest request, Call call) => Arn.Any;

    public static ListOrganizationsFeaturesResponse Handle(ListOrganizationsFeaturesRequest request, Call call)
    {
        var organization = RootFeatures.Require(call).Organization!;
        return new() { OrganizationId = organization.Id, EnabledFeatures = organization.RootFeatures };
    }
}

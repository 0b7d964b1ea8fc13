using Gatehouse.Accounts;
using Gatehouse.Contracts.Organizations.Shapes;

namespace Gatehouse.Organizations.Lifecycle;

/// <summary>An organization as the wire shows it.</summary>
internal static class OrganizationShape
{
    /// <summary>The organization that an account governs.</summary>
    internal static Organization Describe(Account management)
    {
        var organization = management.Organization!;
        return new()
        {
            Id = organization.Id,
            Arn = Arns.OfOrganization(management).Text,
            FeatureSet = organization.FeatureSet,
            MasterAccountArn = Arns.OfAccount(management, management.Id).Text,
            MasterAccountId = management.Id,
            MasterAccountEmail = management.Profile.Email,

            // AWS: out of use, and always this. What is switched on in the root, ListRoots tells.
            AvailablePolicyTypes = organization.FeatureSet == OrganizationFeatureSet.ALL
                ? [new() { Type = PolicyType.SERVICE_CONTROL_POLICY, Status = PolicyTypeStatus.ENABLED }]
                : [],
        };
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Operations;
using Gatehouse.Organizations.Policies;
using Organization = Gatehouse.Accounts.Entities.Organization;

namespace Gatehouse.Organizations.Lifecycle;

/// <summary>Makes the caller's account the management account of a new organization.</summary>
internal sealed class CreateOrganization : IWrite<CreateOrganizationRequest, CreateOrganizationResponse>
{
    public static Arn Target(CreateOrganizationRequest request, Call call) => Arn.Any;

    public static CreateOrganizationResponse Handle(CreateOrganizationRequest request, Draft draft)
    {
        var profile = draft.Account.Profile;
        if (profile.Membership is not null)
        {
            throw new AlreadyInOrganizationException("The provided account is already a member of an organization.");
        }

        // AWS's documents say that service control policies are switched on by this; AWS leaves that to EnablePolicyType.
        var ids = draft.Call.Installation.Ids;
        var organization = new Organization
        {
            Id = ids.NewLowerId("o-", 10),
            RootId = ids.NewLowerId("r-", 4),
            FeatureSet = request.FeatureSet ?? OrganizationFeatureSet.ALL,
            Created = draft.Now,
        };
        draft.Put(organization);
        draft.Put(profile with { Membership = new(organization.Id, profile.Id) });
        draft.Put(new MemberAccount
        {
            Id = profile.Id,
            Name = profile.Name,
            Email = profile.Email,
            ParentId = organization.RootId,

            // AWS: the management account counts as invited.
            JoinedMethod = AccountJoinedMethod.INVITED,
            Joined = draft.Now,
        });
        if (organization.FeatureSet == OrganizationFeatureSet.ALL)
        {
            PolicyTypes.Offered.ToList().ForEach(kind => draft.Put(kind.Default));
        }

        return new() { Organization = OrganizationShape.Describe(draft.Account) };
    }
}

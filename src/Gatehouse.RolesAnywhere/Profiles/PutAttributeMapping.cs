using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Profiles;

/// <summary>Chooses which parts of a field of certificates become tags of the sessions that begin by a profile.</summary>
internal sealed class PutAttributeMapping : IWrite<PutAttributeMappingRequest, PutAttributeMappingResponse>
{
    public static Arn Target(PutAttributeMappingRequest request, Call call) => AnywhereProfiles.Target(request.ProfileId, call);

    public static void Require(PutAttributeMappingRequest request, Call call, Requirements needs) => AnywhereProfiles.RequireTags(request.ProfileId, call, needs);

    public static PutAttributeMappingResponse Handle(PutAttributeMappingRequest request, Draft draft)
    {
        var changed = AnywhereProfiles.Change(draft, request.ProfileId, one => one with { Mappings = Mappings.Put(one.Mappings, request.CertificateField, request.MappingRules) });
        return new() { Profile = changed.Describe(draft.Account.Id) };
    }
}

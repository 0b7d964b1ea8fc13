using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Profiles;

/// <summary>Has parts of a field of certificates, or all of them, no longer become tags of the sessions that begin by a profile.</summary>
internal sealed class DeleteAttributeMapping : IWrite<DeleteAttributeMappingRequest, DeleteAttributeMappingResponse>
{
    public static Arn Target(DeleteAttributeMappingRequest request, Call call) => AnywhereProfiles.Target(request.ProfileId, call);

    public static void Require(DeleteAttributeMappingRequest request, Call call, Requirements needs) => AnywhereProfiles.RequireTags(request.ProfileId, call, needs);

    public static DeleteAttributeMappingResponse Handle(DeleteAttributeMappingRequest request, Draft draft)
    {
        var changed = AnywhereProfiles.Change(draft, request.ProfileId, one => one with { Mappings = Mappings.Delete(one.Mappings, request.CertificateField, request.Specifiers) });
        return new() { Profile = changed.Describe(draft.Account.Id) };
    }
}

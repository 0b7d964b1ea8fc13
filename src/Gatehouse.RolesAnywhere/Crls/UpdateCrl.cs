using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Crls;

/// <summary>Puts a newer list in the place of a certificate revocation list, or gives it another name.</summary>
internal sealed class UpdateCrl : IWrite<UpdateCrlRequest, UpdateCrlResponse>
{
    public static Arn Target(UpdateCrlRequest request, Call call) => RevocationLists.Target(request.CrlId, call);

    public static void Require(UpdateCrlRequest request, Call call, Requirements needs) => RevocationLists.RequireTags(request.CrlId, call, needs);

    public static UpdateCrlResponse Handle(UpdateCrlRequest request, Draft draft)
    {
        var changed = RevocationLists.Change(draft, request.CrlId, one => one with
        {
            Name = request.Name ?? one.Name,
            Data = request.CrlData is { } data
                ? CrlRules.Require(data, draft.Account.TrustAnchors.FirstOrDefault(anchor => anchor.ArnIn(draft.Account.Id).Text == one.TrustAnchorArn))
                : one.Data,
        });
        return new() { Crl = changed.Describe(draft.Account.Id) };
    }
}

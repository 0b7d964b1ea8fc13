using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Crls;

/// <summary>Deletes a certificate revocation list: what it revokes is taken again.</summary>
internal sealed class DeleteCrl : IWrite<DeleteCrlRequest, DeleteCrlResponse>
{
    public static Arn Target(DeleteCrlRequest request, Call call) => RevocationLists.Target(request.CrlId, call);

    public static void Require(DeleteCrlRequest request, Call call, Requirements needs) => RevocationLists.RequireTags(request.CrlId, call, needs);

    public static DeleteCrlResponse Handle(DeleteCrlRequest request, Draft draft)
    {
        var gone = RevocationLists.Require(draft.Account, draft.Call, request.CrlId);
        draft.Remove(gone);
        return new() { Crl = gone.Describe(draft.Account.Id) };
    }
}

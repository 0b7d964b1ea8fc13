using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Crls;

/// <summary>Has a certificate revocation list no longer asked: what it revokes is taken again.</summary>
internal sealed class DisableCrl : IWrite<DisableCrlRequest, DisableCrlResponse>
{
    public static Arn Target(DisableCrlRequest request, Call call) => RevocationLists.Target(request.CrlId, call);

    public static void Require(DisableCrlRequest request, Call call, Requirements needs) => RevocationLists.RequireTags(request.CrlId, call, needs);

    public static DisableCrlResponse Handle(DisableCrlRequest request, Draft draft) =>
        new() { Crl = RevocationLists.Change(draft, request.CrlId, one => one with { Enabled = false }).Describe(draft.Account.Id) };
}

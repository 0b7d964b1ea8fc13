using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Crls;

/// <summary>Has a certificate revocation list asked again.</summary>
internal sealed class EnableCrl : IWrite<EnableCrlRequest, EnableCrlResponse>
{
    public static Arn Target(EnableCrlRequest request, Call call) => RevocationLists.Target(request.CrlId, call);

    public static void Require(EnableCrlRequest request, Call call, Requirements needs) => RevocationLists.RequireTags(request.CrlId, call, needs);

    public static EnableCrlResponse Handle(EnableCrlRequest request, Draft draft) =>
        new() { Crl = RevocationLists.Change(draft, request.CrlId, one => one with { Enabled = true }).Describe(draft.Account.Id) };
}

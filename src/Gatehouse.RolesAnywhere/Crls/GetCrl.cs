using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Crls;

/// <summary>Shows a certificate revocation list.</summary>
internal sealed class GetCrl : IRead<GetCrlRequest, GetCrlResponse>
{
    public static Arn Target(GetCrlRequest request, Call call) => RevocationLists.Target(request.CrlId, call);

    public static void Require(GetCrlRequest request, Call call, Requirements needs) => RevocationLists.RequireTags(request.CrlId, call, needs);

    public static GetCrlResponse Handle(GetCrlRequest request, Call call) =>
        new() { Crl = RevocationLists.Require(call.Account, call, request.CrlId).Describe(call.Account.Id) };
}

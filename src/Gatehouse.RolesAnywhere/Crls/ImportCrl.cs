using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;
using Gatehouse.RolesAnywhere.Tagging;

namespace Gatehouse.RolesAnywhere.Crls;

/// <summary>Takes in a list of certificates under a trust anchor that are no longer taken. It is asked once it is enabled.</summary>
internal sealed class ImportCrl : IWrite<ImportCrlRequest, ImportCrlResponse>
{
    public static Arn Target(ImportCrlRequest request, Call call) => Arn.Any;

    public static void Require(ImportCrlRequest request, Call call, Requirements needs) => needs.RequestTags(Tags.Read(request.Tags));

    public static ImportCrlResponse Handle(ImportCrlRequest request, Draft draft)
    {
        var anchor = CrlRules.RequireAnchor(draft, request.TrustAnchorArn);
        Quotas.Require("CRLs per trust anchor", Quotas.CrlsPerTrustAnchor, draft.Account.RevocationLists.Count(one => one.TrustAnchorArn == request.TrustAnchorArn));
        var list = new RevocationList
        {
            Id = draft.Call.Installation.Ids.NewUuid(),
            Region = draft.Call.Region,
            Name = request.Name,
            Data = CrlRules.Require(request.CrlData, anchor),
            TrustAnchorArn = request.TrustAnchorArn,
            Enabled = request.Enabled ?? false,
            Created = draft.Now,
            Updated = draft.Now,
            Tags = Tags.New(request.Tags),
        };
        draft.Put(list);
        return new() { Crl = list.Describe(draft.Account.Id) };
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;
using Gatehouse.RolesAnywhere.Tagging;

namespace Gatehouse.RolesAnywhere.TrustAnchors;

/// <summary>Makes a certificate authority one whose certificates begin sessions. It is disabled unless the request says otherwise.</summary>
internal sealed class CreateTrustAnchor : IWrite<CreateTrustAnchorRequest, CreateTrustAnchorResponse>
{
    public static Arn Target(CreateTrustAnchorRequest request, Call call) => Arn.Any;

    public static void Require(CreateTrustAnchorRequest request, Call call, Requirements needs) => needs.RequestTags(Tags.Read(request.Tags));

    public static CreateTrustAnchorResponse Handle(CreateTrustAnchorRequest request, Draft draft)
    {
        Quotas.Require("trust anchors", Quotas.TrustAnchors, draft.Account.TrustAnchors.Count(one => one.Region == draft.Call.Region));
        var anchor = new TrustAnchor
        {
            Id = draft.Call.Installation.Ids.NewUuid(),
            Region = draft.Call.Region,
            Name = request.Name,
            Certificates = AnchorSource.Require(request.Source),
            Enabled = request.Enabled ?? false,
            Created = draft.Now,
            Updated = draft.Now,
            Notices = Notices.Put([], request.NotificationSettings, draft.Account.Id),
            Tags = Tags.New(request.Tags),
        };
        draft.Put(anchor);
        return new() { TrustAnchor = anchor.Describe(draft.Account.Id) };
    }
}

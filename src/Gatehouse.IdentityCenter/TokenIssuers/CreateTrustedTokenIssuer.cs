using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.IdentityCenter.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.TokenIssuers;

/// <summary>Makes an issuer known whose tokens applications may exchange for ours.</summary>
internal sealed class CreateTrustedTokenIssuer : IWrite<CreateTrustedTokenIssuerRequest, CreateTrustedTokenIssuerResponse>
{
    public static Arn Target(CreateTrustedTokenIssuerRequest request, Call call) => new(request.InstanceArn);

    // AWS: asked on the instance, and on what is made, which has no id yet.
    public static void Require(CreateTrustedTokenIssuerRequest request, Call call, Requirements needs) => needs
        .RequestTags(Tags.Read(request.Tags))
        .PrimaryRegion(call)
        .AlsoOn(TrustedTokenIssuer.ArnOf(call.Account.Id, ApplicationStanding.IdOf(request.InstanceArn), "*"))
        .ResourceTags(call.Account.FindInstance(request.InstanceArn)?.Tags, service: null);

    public static CreateTrustedTokenIssuerResponse Handle(CreateTrustedTokenIssuerRequest request, Draft draft)
    {
        var instance = draft.Account.RequireInstance(request.InstanceArn);
        var asked = CreationToken.Of(request.ClientToken, request.ToString());
        var issuer = Creation.FindAgain(draft.Account.TrustedTokenIssuers, one => one.Asked, asked);
        if (issuer is null)
        {
            issuer = IssuerRules.Read(request, draft.Call) with { Id = "tti-" + draft.Call.Installation.Ids.NewUuid(), Tags = Tags.New(request.Tags), Asked = asked };
            IssuerRules.RequireUnique(draft.Account, issuer);
            Creation.RequireRoom("trusted token issuers", Quotas.TrustedTokenIssuers, draft.Account.TrustedTokenIssuers.Count);
            draft.Put(issuer);
        }

        return new() { TrustedTokenIssuerArn = issuer.ArnIn(draft.Account.Id, instance.Id).Text };
    }
}

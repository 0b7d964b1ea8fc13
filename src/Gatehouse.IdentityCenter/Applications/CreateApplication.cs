using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.IdentityCenter.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Makes an application known. People get tokens for it once they are assigned, and it has a grant.</summary>
internal sealed class CreateApplication : IWrite<CreateApplicationRequest, CreateApplicationResponse>
{
    public static Arn Target(CreateApplicationRequest request, Call call) => new(request.InstanceArn);

    // AWS: asked on all three that it brings together; what is made has no id yet.
    public static void Require(CreateApplicationRequest request, Call call, Requirements needs) => needs
        .RequestTags(Tags.Read(request.Tags))
        .PrimaryRegion(call)
        .AlsoOn(new(request.ApplicationProviderArn))
        .AlsoOn(IdentityApplication.ArnOf(call.Account.Id, ApplicationStanding.IdOf(request.InstanceArn), "*"))
        .ResourceTags(call.Account.FindInstance(request.InstanceArn)?.Tags, service: null);

    public static CreateApplicationResponse Handle(CreateApplicationRequest request, Draft draft)
    {
        var instance = draft.Account.RequireInstance(request.InstanceArn);
        var asked = CreationToken.Of(request.ClientToken, request.ToString());
        var application = Creation.FindAgain(draft.Account.IdentityApplications, one => one.Asked, asked);
        if (application is null)
        {
            ApplicationProviders.Require(request.ApplicationProviderArn);
            Creation.RequireRoom("applications", Quotas.Applications, draft.Account.IdentityApplications.Count);
            application = new IdentityApplication
            {
                Id = draft.Call.Installation.Ids.NewHexId("apl-", 16),
                ProviderArn = request.ApplicationProviderArn,
                Name = request.Name,
                Created = draft.Now,
                Region = draft.Call.Region,
                Description = request.Description,
                Disabled = request.Status == ApplicationStatus.DISABLED,
                Hidden = request.PortalOptions?.Visibility == ApplicationVisibility.DISABLED,
                SignInUrl = PortalRules.UrlOf(request.PortalOptions?.SignInOptions),
                Tags = Tags.New(request.Tags),
                Asked = asked,
            };
            draft.Put(application);
        }

        return new()
        {
            ApplicationArn = application.ArnIn(draft.Account.Id, instance.Id).Text,
            InstanceArn = instance.Arn.Text,
            IdentityStoreArn = instance.StoreArnIn(draft.Account.Id).Text,
        };
    }
}

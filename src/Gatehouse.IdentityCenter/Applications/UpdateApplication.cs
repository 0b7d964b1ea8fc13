using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Changes what an application is called, and whether and where people sign in to it. What is not given stays.</summary>
internal sealed class UpdateApplication : IWrite<UpdateApplicationRequest, UpdateApplicationResponse>
{
    public static Arn Target(UpdateApplicationRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(UpdateApplicationRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static UpdateApplicationResponse Handle(UpdateApplicationRequest request, Draft draft)
    {
        draft.ChangeApplication(request.ApplicationArn, application => application with
        {
            Name = request.Name ?? application.Name,
            Description = request.Description ?? application.Description,
            Disabled = request.Status is { } status ? status == ApplicationStatus.DISABLED : application.Disabled,
            SignInUrl = request.PortalOptions?.SignInOptions is { } options ? PortalRules.UrlOf(options) : application.SignInUrl,
        });
        return new();
    }
}

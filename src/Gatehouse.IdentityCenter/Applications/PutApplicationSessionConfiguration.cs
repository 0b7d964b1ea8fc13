using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Says whether sessions of an application may outlive those of their users. What is not given stays.</summary>
internal sealed class PutApplicationSessionConfiguration : IWrite<PutApplicationSessionConfigurationRequest, PutApplicationSessionConfigurationResponse>
{
    public static Arn Target(PutApplicationSessionConfigurationRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(PutApplicationSessionConfigurationRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static PutApplicationSessionConfigurationResponse Handle(PutApplicationSessionConfigurationRequest request, Draft draft)
    {
        draft.ChangeApplication(request.ApplicationArn, application => application with
        {
            BackgroundSessionsDisabled = request.UserBackgroundSessionApplicationStatus is { } status
                ? status == UserBackgroundSessionApplicationStatus.DISABLED
                : application.BackgroundSessionsDisabled,
        });
        return new();
    }
}

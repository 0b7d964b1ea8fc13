using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Shows whether sessions of an application may outlive those of their users.</summary>
internal sealed class GetApplicationSessionConfiguration : IRead<GetApplicationSessionConfigurationRequest, GetApplicationSessionConfigurationResponse>
{
    public static Arn Target(GetApplicationSessionConfigurationRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(GetApplicationSessionConfigurationRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static GetApplicationSessionConfigurationResponse Handle(GetApplicationSessionConfigurationRequest request, Call call)
    {
        var disabled = call.Account.RequireApplication(request.ApplicationArn).BackgroundSessionsDisabled;
        return new() { UserBackgroundSessionApplicationStatus = disabled ? UserBackgroundSessionApplicationStatus.DISABLED : UserBackgroundSessionApplicationStatus.ENABLED };
    }
}

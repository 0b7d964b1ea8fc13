using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Shows whether an application is for those alone who are assigned to it.</summary>
internal sealed class GetApplicationAssignmentConfiguration : IRead<GetApplicationAssignmentConfigurationRequest, GetApplicationAssignmentConfigurationResponse>
{
    public static Arn Target(GetApplicationAssignmentConfigurationRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(GetApplicationAssignmentConfigurationRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static GetApplicationAssignmentConfigurationResponse Handle(GetApplicationAssignmentConfigurationRequest request, Call call) =>
        new() { AssignmentRequired = !call.Account.RequireApplication(request.ApplicationArn).OpenToAll };
}

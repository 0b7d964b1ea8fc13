using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Says whether an application is for those alone who are assigned to it.</summary>
internal sealed class PutApplicationAssignmentConfiguration : IWrite<PutApplicationAssignmentConfigurationRequest, PutApplicationAssignmentConfigurationResponse>
{
    public static Arn Target(PutApplicationAssignmentConfigurationRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(PutApplicationAssignmentConfigurationRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static PutApplicationAssignmentConfigurationResponse Handle(PutApplicationAssignmentConfigurationRequest request, Draft draft)
    {
        draft.ChangeApplication(request.ApplicationArn, application => application with { OpenToAll = !request.AssignmentRequired!.Value });
        return new();
    }
}

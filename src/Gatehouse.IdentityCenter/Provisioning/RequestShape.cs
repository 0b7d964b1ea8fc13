using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;
using AccountAssignment = Gatehouse.Accounts.Entities.AccountAssignment;
using PermissionSet = Gatehouse.Accounts.Entities.PermissionSet;

namespace Gatehouse.IdentityCenter.Provisioning;

/// <summary>Requests about roles, as the worker reads them and as they look in answers.</summary>
internal static class RequestShape
{
    /// <summary>The assignment that is to be made or to go.</summary>
    internal static AccountAssignment Assignment(this ProvisioningRequest request, string account) => new()
    {
        AccountId = account,
        PermissionSetId = request.PermissionSetId!,
        PrincipalId = request.PrincipalId!,
        IsGroup = request.IsGroup,
    };

    /// <summary>The name of the role that it is about, whether or not the permission set is there.</summary>
    internal static string RoleNameIn(this ProvisioningRequest request, string account) =>
        PermissionSet.RoleNameOf(request.PermissionSetId!, request.PermissionSetName!, account);

    /// <summary>Whether the identity store knows the user or group.</summary>
    internal static bool HasPrincipal(this ProvisioningRequest request, Account owner) =>
        request.IsGroup ? owner.IdentityGroups.FindById(request.PrincipalId) is not null : owner.IdentityUsers.FindById(request.PrincipalId) is not null;

    /// <summary>A permission set that is a role, as it is now, in accounts too.</summary>
    internal static PermissionSet ProvisionedIn(this PermissionSet set, IReadOnlyCollection<string> accounts) => set with
    {
        Provisioned = [.. set.Provisioned.Union(accounts, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Outdated = [.. set.Outdated.Except(accounts, StringComparer.Ordinal)],
    };

    /// <summary>Whether a permission set is a role in an account, and the role is as a status says; null for any.</summary>
    internal static bool IsProvisioned(this PermissionSet set, string account, string? status) =>
        set.Provisioned.Contains(account) && (status is null || set.Outdated.Contains(account) == (status == ProvisioningStatus.LATEST_PERMISSION_SET_NOT_PROVISIONED));

    /// <summary>How far it has come.</summary>
    internal static string Status(this ProvisioningRequest request) =>
        request.Completed is null ? StatusValues.IN_PROGRESS : request.Failure is null ? StatusValues.SUCCEEDED : StatusValues.FAILED;

    /// <summary>A request about an assignment.</summary>
    internal static AccountAssignmentOperationStatus DescribeAssignment(this ProvisioningRequest request) => new()
    {
        Status = request.Status(),
        RequestId = request.Id,
        FailureReason = request.Failure,
        TargetId = request.Accounts[0],
        TargetType = TargetType.AWS_ACCOUNT,
        PermissionSetArn = PermissionSet.ArnOf(request.InstanceId, request.PermissionSetId!).Text,
        PrincipalType = Principals.TypeOf(request.IsGroup),
        PrincipalId = request.PrincipalId,
        CreatedDate = request.Requested,
    };

    /// <summary>A request about roles. AWS names the account only if the request did.</summary>
    internal static PermissionSetProvisioningStatus DescribeProvisioning(this ProvisioningRequest request) => new()
    {
        Status = request.Status(),
        RequestId = request.Id,
        AccountId = request.IsOfOneAccount ? request.Accounts[0] : null,
        PermissionSetArn = PermissionSet.ArnOf(request.InstanceId, request.PermissionSetId!).Text,
        FailureReason = request.Failure,
        CreatedDate = request.Requested,
    };
}

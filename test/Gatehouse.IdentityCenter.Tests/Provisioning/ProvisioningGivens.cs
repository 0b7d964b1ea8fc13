using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.AccountAssignments;
using Gatehouse.IdentityCenter.Provisioning;
using Gatehouse.Testing;
using PermissionSet = Gatehouse.Accounts.Entities.PermissionSet;

namespace Gatehouse.IdentityCenter.Tests.Provisioning;

/// <summary>What tests of roles say often.</summary>
internal static class ProvisioningGivens
{
    internal const string Own = AccountFixture.Id;
    internal const string Member = "444455556666";

    /// <summary>Asks that somebody get the set in an account, and leaves it undone.</summary>
    internal static AccountAssignmentOperationStatus Ask(this SetFixture center, string account = Own, string principal = SetFixture.UserId, string type = PrincipalType.USER) =>
        center.Reach<CreateAccountAssignment, CreateAccountAssignmentRequest, CreateAccountAssignmentResponse>(new()
        {
            InstanceArn = SetFixture.InstanceArn,
            PermissionSetArn = SetFixture.SetArn,
            TargetId = account,
            TargetType = TargetType.AWS_ACCOUNT,
            PrincipalId = principal,
            PrincipalType = type,
        }).AccountAssignmentCreationStatus!;

    /// <summary>Gives somebody the set in an account.</summary>
    internal static AccountAssignmentOperationStatus Assign(this SetFixture center, string account = Own, string principal = SetFixture.UserId, string type = PrincipalType.USER)
    {
        var asked = center.Ask(account, principal, type);
        center.Work();
        return center.Created(asked.RequestId!);
    }

    /// <summary>Asks that somebody lose the set in an account, and leaves it undone.</summary>
    internal static AccountAssignmentOperationStatus AskAway(this SetFixture center, string account = Own, string principal = SetFixture.UserId, string type = PrincipalType.USER) =>
        center.Reach<DeleteAccountAssignment, DeleteAccountAssignmentRequest, DeleteAccountAssignmentResponse>(new()
        {
            InstanceArn = SetFixture.InstanceArn,
            PermissionSetArn = SetFixture.SetArn,
            TargetId = account,
            TargetType = TargetType.AWS_ACCOUNT,
            PrincipalId = principal,
            PrincipalType = type,
        }).AccountAssignmentDeletionStatus!;

    internal static PermissionSetProvisioningStatus AskProvision(this SetFixture center, string? account = null) =>
        center.Reach<ProvisionPermissionSet, ProvisionPermissionSetRequest, ProvisionPermissionSetResponse>(new()
        {
            InstanceArn = SetFixture.InstanceArn,
            PermissionSetArn = SetFixture.SetArn,
            TargetId = account,
            TargetType = account is null ? ProvisionTargetType.ALL_PROVISIONED_ACCOUNTS : ProvisionTargetType.AWS_ACCOUNT,
        }).PermissionSetProvisioningStatus!;

    internal static PermissionSetProvisioningStatus Provision(this SetFixture center, string? account = null)
    {
        var asked = center.AskProvision(account);
        center.Work();
        return center.Read<DescribePermissionSetProvisioningStatus, DescribePermissionSetProvisioningStatusRequest, DescribePermissionSetProvisioningStatusResponse>(
            new() { InstanceArn = SetFixture.InstanceArn, ProvisionPermissionSetRequestId = asked.RequestId! }).PermissionSetProvisioningStatus!;
    }

    internal static AccountAssignmentOperationStatus Created(this SetFixture center, string request) =>
        center.Read<DescribeAccountAssignmentCreationStatus, DescribeAccountAssignmentCreationStatusRequest, DescribeAccountAssignmentCreationStatusResponse>(
            new() { InstanceArn = SetFixture.InstanceArn, AccountAssignmentCreationRequestId = request }).AccountAssignmentCreationStatus!;

    internal static AccountAssignmentOperationStatus Deleted(this SetFixture center, string request) =>
        center.Read<DescribeAccountAssignmentDeletionStatus, DescribeAccountAssignmentDeletionStatusRequest, DescribeAccountAssignmentDeletionStatusResponse>(
            new() { InstanceArn = SetFixture.InstanceArn, AccountAssignmentDeletionRequestId = request }).AccountAssignmentDeletionStatus!;

    /// <summary>Lets the worker do all that waits.</summary>
    internal static void Work(this SetFixture center) => new Provisioner(center.Account.Installation).FinishWaitingAsync(default).AsTask().GetAwaiter().GetResult();

    /// <summary>Makes the account the head of an organization of two.</summary>
    internal static void Organize(this SetFixture center)
    {
        center.Account.Found(Member);
        center.Account.Change(draft =>
        {
            draft.Put(new Organization { Id = "o-exampleorg", RootId = "r-root", FeatureSet = "ALL", Created = draft.Now });
            foreach (var id in new[] { Own, Member })
            {
                draft.Put(new MemberAccount { Id = id, Name = id, Email = $"{id}@example.com", ParentId = "r-root", JoinedMethod = "CREATED", Joined = draft.Now });
            }
        });
    }

    /// <summary>The set's role in an account; null when it is not there.</summary>
    internal static Role? RoleIn(this SetFixture center, string account) =>
        center.Account.Find(account)!.Roles.Find(PermissionSet.RoleNameOf(SetFixture.SetId, "Readers", account));
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Iam.Roles;
using Gatehouse.Operations;

namespace Gatehouse.Iam.ServiceLinkedRoles;

/// <summary>Adds the role that a service owns in the account: the service alone may assume it, and nobody in the account may change it.</summary>
/// <remarks>AWS: such roles are made even when the account has as many roles as it may have.</remarks>
internal sealed class CreateServiceLinkedRole : IWrite<CreateServiceLinkedRoleRequest, CreateServiceLinkedRoleResponse>
{
    // A role's name has 64 characters, those of its service included.
    private const int LongestName = 64;

    public static Arn Target(CreateServiceLinkedRoleRequest request, Call call) => Role.ArnOf(
        call.Account.Id,
        LinkedService.PathOf(request.AWSServiceName),
        LinkedService.Find(request.AWSServiceName)?.NameOf(request.CustomSuffix) ?? "*");

    public static void Require(CreateServiceLinkedRoleRequest request, Call call, Requirements needs) =>
        needs.Key("iam:AWSServiceName", request.AWSServiceName);

    public static CreateServiceLinkedRoleResponse Handle(CreateServiceLinkedRoleRequest request, Draft draft)
    {
        var service = LinkedService.Find(request.AWSServiceName)
            ?? throw new InvalidInputException($"Cannot find Service Linked Role template for {request.AWSServiceName}");
        if (request.CustomSuffix is not null && !service.TakesSuffix)
        {
            throw new InvalidInputException($"Custom suffix is not allowed for {service.Principal}");
        }

        var name = service.NameOf(request.CustomSuffix);
        if (name.Length > LongestName)
        {
            throw new InvalidInputException($"Service role name {name} is longer than {LongestName} characters, please try a shorter suffix.");
        }

        if (draft.Account.Roles.Contains(name))
        {
            throw new InvalidInputException($"Service role name {name} has been taken in this account, please try a different suffix.");
        }

        var role = new Role
        {
            Id = draft.NewId("AROA"),
            Name = name,
            Path = service.Path,
            Created = draft.Now,
            TrustPolicy = service.TrustPolicy,
            Description = RoleSubject.Description(request.Description ?? ""),
            AttachedPolicies = [service.Policy],
        };
        draft.Put(role);
        return new() { Role = role.DescribeNew(draft.Account, Documents.Encode(role.TrustPolicy)) };
    }
}

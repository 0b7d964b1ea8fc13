using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Iam.Roles;

/// <summary>Adds a role, which those whom its trust policy names may assume, and which may do nothing yet.</summary>
/// <remarks>Waits for the accounts of the users and roles that the trust policy names.</remarks>
internal sealed class CreateRole : IReach<CreateRoleRequest, CreateRoleResponse>
{
    public static bool Changes => true;

    public static Arn Target(CreateRoleRequest request, Call call) => Role.ArnOf(call.Account.Id, request.Path ?? "/", request.RoleName);

    public static void Require(CreateRoleRequest request, Call call, Requirements needs)
    {
        needs.RequestTags(Tags.Read(request.Tags)).Key("iam:PermissionsBoundary", request.PermissionsBoundary);
        if (request.Tags is { Count: > 0 })
        {
            needs.Also("iam:TagRole");
        }
    }

    public static async ValueTask<CreateRoleResponse> HandleAsync(CreateRoleRequest request, Reach reach, CancellationToken cancel)
    {
        var document = TrustDocuments.Require(request.AssumeRolePolicyDocument, reach.Call);
        RequireFreePath(request.Path ?? "/");
        var trustees = await Trustees.OfAsync([], document, reach, cancel);
        return await reach.CommitAsync(draft => Handle(request, document, trustees, draft), cancel);
    }

    private static CreateRoleResponse Handle(CreateRoleRequest request, PolicyDocument document, Trustees trustees, Draft draft)
    {
        if (draft.Account.Roles.Contains(request.RoleName))
        {
            throw new EntityAlreadyExistsException($"Role with name {request.RoleName} already exists.");
        }

        if (draft.Account.Roles.Count >= draft.Call.Installation.Quotas[IamQuotas.Roles])
        {
            // AWS: the roles that services own do not count.
            draft.Call.RequireRoom(IamQuotas.Roles, draft.Account.Roles.Count(role => !role.IsServiceLinked));
        }

        draft.RequireBoundary(request.PermissionsBoundary);
        var blank = new Role
        {
            Id = draft.NewId("AROA"),
            Name = request.RoleName,
            Path = request.Path ?? "/",
            Created = draft.Now,
            TrustPolicy = "",
            Description = RoleSubject.Description(request.Description ?? ""),
            MaxSessionSeconds = request.MaxSessionDuration ?? 3600,
            PermissionsBoundary = request.PermissionsBoundary,
            Tags = Tags.New(request.Tags),
        };
        var role = trustees.Trust(blank, document, draft.Account);
        draft.Put(role);
        return new() { Role = role.DescribeNew(draft.Account, trustees.Show(role, draft.Account, draft.Call)) };
    }

    // A role under these paths counts as AWS's own, which nobody in the account may change.
    private static void RequireFreePath(string path)
    {
        if (path.StartsWith("/aws-service-role/", StringComparison.Ordinal))
        {
            throw new InvalidInputException("Path prefix '/aws-service-role/' can only be used for AWS Service linked Roles");
        }

        if (path.StartsWith("/aws-reserved/", StringComparison.Ordinal))
        {
            throw new InvalidInputException("Path prefix '/aws-reserved/' can only be used for AWS reserved Roles");
        }
    }
}

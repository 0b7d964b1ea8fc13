using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Operations;
using Gatehouse.Organizations.Tagging;

namespace Gatehouse.Organizations.Policies;

/// <summary>Adds a policy, which bears on nothing until it is attached.</summary>
internal sealed class CreatePolicy : IWrite<CreatePolicyRequest, CreatePolicyResponse>
{
    public static Arn Target(CreatePolicyRequest request, Call call) => Arns.OfPolicy(call.Account, request.Type, "p-*");

    public static void Require(CreatePolicyRequest request, Call call, Requirements needs)
    {
        PolicyTypes.RequireType(request.Type, needs);
        Tags.RequireNew(request.Tags, Target(request, call), needs);
    }

    public static CreatePolicyResponse Handle(CreatePolicyRequest request, Draft draft)
    {
        var type = PolicyTypes.Require(draft.Account.RequireManagement(), request.Type);
        ControlPolicies.RequireName(draft.Account, request.Name, null);
        ControlPolicies.RequireContent(type, request.Content);
        if (draft.Account.OrganizationPolicies.Count(policy => policy.Type == type.Name && !policy.AwsManaged) >= type.MostPolicies)
        {
            throw Refusals.Constraint(ConstraintViolationExceptionReason.POLICY_NUMBER_LIMIT_EXCEEDED, "You have exceeded the number of policies allowed in your organization.");
        }

        var policy = new OrganizationPolicy
        {
            Id = draft.Call.Installation.Ids.NewLowerId("p-", 8),
            Name = request.Name,
            Description = request.Description,
            Type = type.Name,
            Document = request.Content,
            Tags = Tags.New(request.Tags),
        };
        draft.Put(policy);
        return new() { Policy = policy.Describe(draft.Account) };
    }
}

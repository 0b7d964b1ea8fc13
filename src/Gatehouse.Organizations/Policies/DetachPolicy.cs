using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Operations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Policies;

/// <summary>Ends a policy's force for a root, unit or account.</summary>
internal sealed class DetachPolicy : IWrite<DetachPolicyRequest, DetachPolicyResponse>
{
    public static Arn Target(DetachPolicyRequest request, Call call) => Arns.OfPolicy(call.Account, request.PolicyId);

    // [PE-7]: asked of the policy and of what it is detached from.
    public static void Require(DetachPolicyRequest request, Call call, Requirements needs)
    {
        ControlPolicies.RequireKeys(call, request.PolicyId, needs);
        needs.Also("organizations:DetachPolicy", Arns.OfNode(call.Account, request.TargetId));
    }

    public static DetachPolicyResponse Handle(DetachPolicyRequest request, Draft draft)
    {
        draft.Account.RequireManagement();
        var policy = ControlPolicies.Require(draft.Account, request.PolicyId);
        if (!Tree.Holds(draft.Account, request.TargetId))
        {
            throw Refusals.NoTarget();
        }

        if (!policy.Targets.Contains(request.TargetId))
        {
            throw new PolicyNotAttachedException("The policy isn't attached to the specified target in the specified root.");
        }

        // [PE-30]: without it nothing could be reached, so AWS does not let it go.
        if (policy is { AwsManaged: true, Type: PolicyTypes.ResourceControl })
        {
            throw Refusals.Invalid(InvalidInputExceptionReason.NON_DETACHABLE_POLICY, "You can't detach this AWS managed policy.");
        }

        if (ControlPolicies.On(draft.Account, request.TargetId, policy.Type).Count() == 1)
        {
            throw Refusals.Constraint(
                ConstraintViolationExceptionReason.MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED,
                "You cannot remove the last policy attached to the specified target. You must have at least one attached at all times.");
        }

        draft.Put(policy with { Targets = policy.Targets.Remove(request.TargetId) });
        return new();
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Operations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Policies;

/// <summary>Puts a policy in force for a root, unit or account, and for all below it.</summary>
internal sealed class AttachPolicy : IWrite<AttachPolicyRequest, AttachPolicyResponse>
{
    public static Arn Target(AttachPolicyRequest request, Call call) => Arns.OfPolicy(call.Account, request.PolicyId);

    // [PE-7]: asked of the policy and of what it is attached to.
    public static void Require(AttachPolicyRequest request, Call call, Requirements needs)
    {
        ControlPolicies.RequireKeys(call, request.PolicyId, needs);
        needs.Also("organizations:AttachPolicy", Arns.OfNode(call.Account, request.TargetId));
    }

    public static AttachPolicyResponse Handle(AttachPolicyRequest request, Draft draft)
    {
        var organization = draft.Account.RequireManagement();
        var policy = ControlPolicies.Require(draft.Account, request.PolicyId);
        if (!Tree.Holds(draft.Account, request.TargetId))
        {
            throw Refusals.NoTarget();
        }

        if (!organization.PolicyTypes.Contains(policy.Type))
        {
            throw new PolicyTypeNotEnabledException("This operation can be performed only for enabled policy types.");
        }

        if (policy.Targets.Contains(request.TargetId))
        {
            throw new DuplicatePolicyAttachmentException("The selected policy is already attached to the specified target.");
        }

        if (ControlPolicies.On(draft.Account, request.TargetId, policy.Type).Count() >= PolicyTypes.Of(policy).MostPerTarget)
        {
            throw Refusals.Constraint(
                ConstraintViolationExceptionReason.MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED,
                "You have attached the maximum number of policies to the specified target.");
        }

        PolicyTypes.Attach(draft, policy, request.TargetId);
        return new();
    }
}

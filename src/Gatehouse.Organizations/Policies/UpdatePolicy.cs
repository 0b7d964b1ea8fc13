using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Policies;

/// <summary>Changes a policy's name, description or text; what is not given stays.</summary>
internal sealed class UpdatePolicy : IWrite<UpdatePolicyRequest, UpdatePolicyResponse>
{
    public static Arn Target(UpdatePolicyRequest request, Call call) => Arns.OfPolicy(call.Account, request.PolicyId);

    public static void Require(UpdatePolicyRequest request, Call call, Requirements needs) => ControlPolicies.RequireKeys(call, request.PolicyId, needs);

    public static UpdatePolicyResponse Handle(UpdatePolicyRequest request, Draft draft)
    {
        draft.Account.RequireManagement();
        var policy = ControlPolicies.RequireOwn(draft.Account, request.PolicyId);
        if ((request.Name ?? request.Description ?? request.Content) is null)
        {
            throw Refusals.Invalid(InvalidInputExceptionReason.INPUT_REQUIRED, "You must specify at least one of name, description and content.");
        }

        if (request.Name is { } name)
        {
            ControlPolicies.RequireName(draft.Account, name, policy.Id);
        }

        if (request.Content is { } content)
        {
            ControlPolicies.RequireContent(PolicyTypes.Of(policy), content);
        }

        policy = policy with
        {
            Name = request.Name ?? policy.Name,
            Description = request.Description ?? policy.Description,
            Document = request.Content ?? policy.Document,
        };
        draft.Put(policy);
        return new() { Policy = policy.Describe(draft.Account) };
    }
}

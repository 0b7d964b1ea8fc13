using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Iam.Simulation;

/// <summary>Tells what the policies of a user, group or role would decide, with its boundary and its organization's policies [PE-103].</summary>
internal sealed class SimulatePrincipalPolicy : IRead<SimulatePrincipalPolicyRequest, SimulatePrincipalPolicyResponse>
{
    public static Arn Target(SimulatePrincipalPolicyRequest request, Call call) => new(request.PolicySourceArn);

    public static void Require(SimulatePrincipalPolicyRequest request, Call call, Requirements needs) =>
        HolderSubject.Require(request.PolicySourceArn, call, needs);

    public static SimulatePrincipalPolicyResponse Handle(SimulatePrincipalPolicyRequest request, Call call)
    {
        var holder = call.Account.RequireHolder(request.PolicySourceArn);
        var policies = call.Installation.Effective;
        var inputs = new SimulationInputs
        {
            PolicySourceArn = request.PolicySourceArn,
            PolicyTexts = request.PolicyInputList ?? [],
            AttachedPolicies = policies.OfHolder(call.Account, holder),
            BoundaryTexts = request.PermissionsBoundaryPolicyInputList ?? [],
            AttachedBoundary = holder.PermissionsBoundary is { } boundary ? policies.OfManaged(call.Account, boundary) : null,
            ServiceControl = policies.Controls(call.Account, call.Management, "SERVICE_CONTROL_POLICY"),
            InOrganization = call.Account.Profile.Membership is not null,
            Actions = request.ActionNames,
            Resources = request.ResourceArns,
            ResourcePolicy = request.ResourcePolicy,
            ResourceOwner = request.ResourceOwner,
            CallerArn = request.CallerArn,
            Context = Simulations.Read(request.ContextEntries),
            ResourceHandling = request.ResourceHandlingOption,
            ResourceTemplateOf = call.Installation.Reference.TemplateOf,
        };
        var page = Simulations.Answer(inputs, request.Marker, request.MaxItems);
        return new() { EvaluationResults = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}

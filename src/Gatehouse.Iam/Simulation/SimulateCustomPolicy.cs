using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Iam.Simulation;

/// <summary>Tells what policies that nobody need have would decide [PE-103].</summary>
internal sealed class SimulateCustomPolicy : IRead<SimulateCustomPolicyRequest, SimulateCustomPolicyResponse>
{
    public static Arn Target(SimulateCustomPolicyRequest request, Call call) => Arn.Any;

    public static SimulateCustomPolicyResponse Handle(SimulateCustomPolicyRequest request, Call call)
    {
        var inputs = new SimulationInputs
        {
            PolicyTexts = request.PolicyInputList,
            BoundaryTexts = request.PermissionsBoundaryPolicyInputList ?? [],
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

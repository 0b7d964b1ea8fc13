using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Simulation;

/// <summary>Lists the condition keys that given policies name, so that a simulation can be given them [PE-124].</summary>
internal sealed class GetContextKeysForCustomPolicy : IRead<GetContextKeysForCustomPolicyRequest, GetContextKeysForCustomPolicyResponse>
{
    public static Arn Target(GetContextKeysForCustomPolicyRequest request, Call call) => Arn.Any;

    public static GetContextKeysForCustomPolicyResponse Handle(GetContextKeysForCustomPolicyRequest request, Call call) =>
        new() { ContextKeyNames = Simulations.ContextKeys(request.PolicyInputList, []) };
}

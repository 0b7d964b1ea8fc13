using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Simulation;

/// <summary>Lists the condition keys that the policies of a user, group or role name, and those of further ones [PE-124].</summary>
internal sealed class GetContextKeysForPrincipalPolicy : IRead<GetContextKeysForPrincipalPolicyRequest, GetContextKeysForPrincipalPolicyResponse>
{
    public static Arn Target(GetContextKeysForPrincipalPolicyRequest request, Call call) => new(request.PolicySourceArn);

    public static void Require(GetContextKeysForPrincipalPolicyRequest request, Call call, Requirements needs) =>
        HolderSubject.Require(request.PolicySourceArn, call, needs);

    public static GetContextKeysForPrincipalPolicyResponse Handle(GetContextKeysForPrincipalPolicyRequest request, Call call)
    {
        var attached = call.Installation.Effective.OfHolder(call.Account, call.Account.RequireHolder(request.PolicySourceArn));
        return new() { ContextKeyNames = Simulations.ContextKeys(request.PolicyInputList, attached) };
    }
}

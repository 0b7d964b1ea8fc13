using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.PolicyEngine;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Delegation;

/// <summary>Whether a caller's own rights cover what a delegation request asks for. Approximate, as in AWS: patterns are asked as they stand.</summary>
internal static class DelegationCheck
{
    // How many questions one check may put to the engine.
    private const int Most = 2000;

    /// <summary>The answer, as the wire names it.</summary>
    internal static string Of(DelegationRequest delegation, Call call)
    {
        if (call.Caller.Kind == CallerKind.Root)
        {
            return Shapes.PermissionCheckResultType.ALLOWED;
        }

        var statements = PolicyDocument.Parse(delegation.Policy).Document!.Statements.Where(one => one.Effect == PolicyEffect.Allow).ToList();
        var questions = statements.SelectMany(one => one.Actions.SelectMany(action => (one.Resources ?? ["*"]).Select(resource => (action, resource)))).Take(Most + 1).ToList();
        if (questions.Count > Most || statements.Any(one => one.NotAction || one.NotResource))
        {
            return Shapes.PermissionCheckResultType.UNSURE;
        }

        var inputs = call.Installation.Effective.Of(call.Caller, call.Management);
        return questions.TrueForAll(May) ? Shapes.PermissionCheckResultType.ALLOWED : Shapes.PermissionCheckResultType.DENIED;

        bool May((string Action, string Resource) question) => Evaluator.Decide(
            new()
            {
                Principal = call.Caller.Principal,
                Action = question.Action,
                Resource = question.Resource,
                ResourceAccount = call.Account.Id,
                Context = call.Caller.Keys,
                CallerSideOnly = true,
            },
            inputs).Allowed;
    }
}

using System.Text.Json;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Policies;

/// <summary>The words of decisions and layers, the same as in explanations.</summary>
internal static class Words
{
    internal static string Of(DecisionOutcome outcome) => JsonNamingPolicy.CamelCase.ConvertName(outcome.ToString());

    internal static string Of(PolicyLayer layer) => layer switch
    {
        PolicyLayer.ServiceControl => "scp",
        PolicyLayer.ResourceControl => "rcp",
        _ => JsonNamingPolicy.CamelCase.ConvertName(layer.ToString()),
    };

    internal static DecisionOutcome? Outcome(string word) => word switch
    {
        "allowed" => DecisionOutcome.Allowed,
        "implicitDeny" => DecisionOutcome.ImplicitDeny,
        "explicitDeny" => DecisionOutcome.ExplicitDeny,
        _ => null,
    };
}

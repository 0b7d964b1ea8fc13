using System.Text.Json;

namespace Gatehouse.PolicyEngine.Tests.Reference;

/// <summary>PE-19 to PE-28, plainly.</summary>
internal static class ReferencePrincipals
{
    private static readonly string[] Strengths = ["none", "account", "entity", "direct"];

    public static string Strength(ReferenceCase one, JsonElement statement)
    {
        var not = statement.TryGetProperty("NotPrincipal", out var element);
        if (!not && !statement.TryGetProperty("Principal", out element))
        {
            return "none";
        }

        var entries = element.ValueKind == JsonValueKind.String
            ? [("AWS", element.GetString()!)]
            : element.EnumerateObject().SelectMany(kind => ReferenceText.Strings(kind.Value).Select(value => (kind.Name, value))).ToArray();
        var best = entries.Select(entry => Strength(one.Caller, entry.Item1, entry.Item2)).Append("none").MaxBy(strength => Array.IndexOf(Strengths, strength))!;
        if (!not)
        {
            return best;
        }

        var boundaryTrap = statement.GetProperty("Effect").GetString() == "Deny" && (one.Boundary is not null || one.Caller.HasBoundary);
        return best == "none" || boundaryTrap ? "direct" : "none";
    }

    private static string Strength(ReferenceCaller caller, string type, string value)
    {
        switch (type)
        {
            case "Service":
                return caller.Kind == "service" && caller.Arn == value ? "direct" : "none";
            case "Federated":
                return caller.Kind == "provider" && caller.Arn == value ? "direct" : "none";
            case "CanonicalUser":
                return caller.CanonicalId == value ? "account" : "none";
        }

        if (value == "*")
        {
            return "direct";
        }

        if (caller.Account is null)
        {
            return "none";
        }

        if (value == caller.Account || value == $"arn:aws:iam::{caller.Account}:root")
        {
            return caller.Kind == "root" ? "direct" : "account";
        }

        switch (caller.Kind)
        {
            case "user":
                return value == caller.Arn || value == caller.UniqueId ? "direct" : "none";
            case "role":
                if (value == caller.Arn)
                {
                    return "direct";
                }

                var named = value.StartsWith($"arn:aws:iam::{caller.Account}:role/", StringComparison.Ordinal) && value.Split('/')[^1] == caller.RoleArn!.Split('/')[^1];
                return named || value == caller.UniqueId ? "entity" : "none";
            case "federated":
                return value == caller.Arn ? "direct" : value == caller.FederatorArn || value == caller.FederatorId ? "entity" : "none";
            default:
                return "none";
        }
    }
}

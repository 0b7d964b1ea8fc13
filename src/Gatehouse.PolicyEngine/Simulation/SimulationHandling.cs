namespace Gatehouse.PolicyEngine;

/// <summary><c>ResourceHandlingOption</c>: which resources a simulation of ec2:RunInstances must name (PE-112).</summary>
internal static class SimulationHandling
{
    private static readonly Dictionary<string, string[]> Scenarios = new(StringComparer.Ordinal)
    {
        ["EC2-VPC-InstanceStore"] = ["instance", "image", "security-group", "network-interface"],
        ["EC2-VPC-InstanceStore-Subnet"] = ["instance", "image", "security-group", "network-interface", "subnet"],
        ["EC2-VPC-EBS"] = ["instance", "image", "security-group", "network-interface", "volume"],
        ["EC2-VPC-EBS-Subnet"] = ["instance", "image", "security-group", "network-interface", "volume", "subnet"],
    };

    internal static void Check(SimulationInputs inputs)
    {
        if (inputs.ResourceHandling is not { } option)
        {
            return;
        }

        if (!Scenarios.TryGetValue(option, out var types))
        {
            throw new SimulationException($"The ResourceHandlingOption '{option}' is not known.");
        }

        if (!inputs.Actions.Contains("ec2:RunInstances", StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var type in types)
        {
            if (!(inputs.Resources ?? []).Any(resource => TypeOf(resource) == type))
            {
                throw new SimulationException($"The ResourceHandlingOption '{option}' needs a resource of type {type}.");
            }
        }
    }

    private static string TypeOf(string resource) => ArnFields.TryRead(resource, out var fields) ? fields.Rest(resource).ToString().Split('/')[0] : "";
}

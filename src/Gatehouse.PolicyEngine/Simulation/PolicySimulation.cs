using System.Globalization;

namespace Gatehouse.PolicyEngine;

/// <summary>The policy simulator: the real decision, asked for every action and resource (PE-103).</summary>
public static class PolicySimulation
{
    /// <summary>Runs a simulation.</summary>
    /// <param name="inputs">What is asked.</param>
    /// <returns>One result per action, in the order given.</returns>
    /// <exception cref="SimulationException">The inputs contradict each other or cannot be read.</exception>
    public static IReadOnlyList<SimulationResult> Run(SimulationInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        return new SimulationRun(inputs).Run();
    }

    /// <summary>The condition keys of texts and policies, as GetContextKeysForCustomPolicy and …PrincipalPolicy list them (PE-124).</summary>
    /// <param name="texts">Texts of <c>PolicyInputList</c>.</param>
    /// <param name="attached">Attached policies.</param>
    /// <exception cref="SimulationException">A text cannot be read.</exception>
    public static IReadOnlyList<string> ContextKeys(IReadOnlyList<string> texts, IReadOnlyList<AttachedPolicy> attached)
    {
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentNullException.ThrowIfNull(attached);
        var documents = texts.Select((text, index) => Read(text, NameOf("PolicyInputList", index)).Document!)
            .Concat(attached.Select(static policy => policy.Document ?? throw new SimulationException($"Policy {policy.Name} cannot be read.")));
        return [.. documents.SelectMany(static document => document.ContextKeys).Distinct(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Reads a text given to the simulator; both versions of the language, and principals only where they belong (PE-104).</summary>
    internal static AttachedPolicy Read(string text, string name, PolicyKind kind = PolicyKind.Identity)
    {
        var parse = PolicyValidator.Validate(text, kind, new() { AnySid = kind == PolicyKind.Resource, AnyResource = kind == PolicyKind.Resource });
        return parse.Document is { } document
            ? new(name, null, document)
            : throw new SimulationException(string.Create(CultureInfo.InvariantCulture, $"Invalid policy {name}: {parse.Problems[0].WireText}"));
    }

    internal static string NameOf(string parameter, int index) => string.Create(CultureInfo.InvariantCulture, $"{parameter}.{index + 1}");
}

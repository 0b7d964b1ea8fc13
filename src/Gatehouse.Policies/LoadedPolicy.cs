using Gatehouse.PolicyEngine;

namespace Gatehouse.Policies;

/// <summary>A policy that was read, under the name by which answers call it.</summary>
/// <param name="Attached">The policy.</param>
/// <param name="Origin">Where it was written.</param>
internal sealed record LoadedPolicy(AttachedPolicy Attached, Origin Origin)
{
    internal PolicyDocument Document => Attached.Document!;

    internal Origin Of(PolicyStatement statement) => Origin.At(Document, statement);

    /// <summary>A statement as people call it: its Sid, or its number from 1.</summary>
    internal static string NameOf(PolicyStatement statement) => statement.Sid is { Length: > 0 } sid ? sid : $"statement {statement.Index + 1}";
}

namespace Gatehouse.PolicyEngine;

/// <summary>A document under the name by which explanations and denials call it.</summary>
/// <param name="Name">Name of the policy, inline or managed.</param>
/// <param name="Arn">ARN of a managed policy; inline policies have none.</param>
/// <param name="Document">The document; null when the stored text cannot be read, which denies every request it is asked about (PE-3).</param>
public sealed record AttachedPolicy(string Name, string? Arn, PolicyDocument? Document)
{
    /// <summary>Reads a stored text.</summary>
    /// <param name="name">Name of the policy.</param>
    /// <param name="arn">ARN of a managed policy.</param>
    /// <param name="text">The stored text.</param>
    public static AttachedPolicy Read(string name, string? arn, string text) => new(name, arn, PolicyDocument.Parse(text).Document);
}

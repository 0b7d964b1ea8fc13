namespace Gatehouse.Signatures;

/// <summary>One further element of an S3-style error body, such as <c>ServerTime</c>.</summary>
/// <param name="Name">The element's name.</param>
/// <param name="Value">Its text, not yet escaped.</param>
public readonly record struct FaultElement(string Name, string Value);

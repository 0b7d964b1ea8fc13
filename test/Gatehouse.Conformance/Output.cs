namespace Gatehouse.Conformance;

/// <summary>What a command printed, and how it ended.</summary>
public sealed record Output(int ExitCode, string Text, string Errors)
{
    /// <inheritdoc/>
    public override string ToString() => $"exit code {ExitCode}\n{Text}\n{Errors}";
}

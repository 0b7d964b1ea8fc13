namespace Gatehouse.Policies;

/// <summary>A file of tests.</summary>
/// <param name="Policies">The policies they are about.</param>
/// <param name="Cases">The tests.</param>
internal sealed record TestFile(PolicyGroup Policies, IReadOnlyList<TestCase> Cases);

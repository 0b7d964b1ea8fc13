using System.Collections.Immutable;

namespace Gatehouse.Accounts;

/// <summary>What a subject said of where it runs.</summary>
/// <param name="Properties">Names and values.</param>
/// <param name="Seen">When it said so last.</param>
/// <param name="Failed">Whether it was refused then.</param>
public sealed record SubjectProperties(ImmutableSortedDictionary<string, string> Properties, DateTimeOffset Seen, bool Failed)
{
    /// <summary>Whether another says the same.</summary>
    public bool IsSame(SubjectProperties other) => Properties.SequenceEqual(other.Properties);
}

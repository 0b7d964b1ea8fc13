namespace Gatehouse.Policies;

/// <summary>The condition keys whose values must not be shown.</summary>
internal static class Sensitive
{
    /// <summary>Says of a key whether it was named. A condition that compares with the variable of such a key would show its value too, and counts as named.</summary>
    /// <param name="named">Keys, or their beginnings followed by <c>*</c>.</param>
    /// <param name="policies">The policies that may hold variables.</param>
    internal static Func<string, bool> Keys(IReadOnlyList<string> named, PolicyGroup policies)
    {
        var variables = named.Select(static name => "${" + name.TrimEnd('*')).ToArray();
        var comparing = policies.All.SelectMany(static policy => policy.Document.Statements).SelectMany(static statement => statement.Conditions)
            .Where(condition => condition.Values.Any(value => variables.Any(variable => value.Contains(variable, StringComparison.OrdinalIgnoreCase))))
            .Select(static condition => condition.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return key => comparing.Contains(key) || named.Any(name => name.EndsWith('*')
            ? key.StartsWith(name[..^1], StringComparison.OrdinalIgnoreCase)
            : key.Equals(name, StringComparison.OrdinalIgnoreCase));
    }
}

using System.Globalization;

namespace Gatehouse.Server.Seeding;

/// <summary>Everything that is wrong with a seed, to be told at once.</summary>
internal sealed class SeedProblems(string file)
{
    private readonly List<(int Line, string Text)> found = [];

    /// <summary>Whether there is none.</summary>
    internal bool None => found.Count == 0;

    /// <summary>Adds one.</summary>
    internal void Add(SeedNode at, string text)
    {
        var place = at.Path.Length == 0 ? "" : at.Path + ": ";
        var told = string.Create(CultureInfo.InvariantCulture, $"{file}:{at.Line}: {place}{text}");
        if (!found.Contains((at.Line, told)))
        {
            found.Add((at.Line, told));
        }
    }

    /// <summary>Ends the start when there is any.</summary>
    /// <exception cref="SeedException">With all of them, in the order of lines.</exception>
    internal void Throw()
    {
        if (!None)
        {
            var lines = found.OrderBy(problem => problem.Line).Select(problem => problem.Text).ToList();
            throw new SeedException($"the seed is not applied, {lines.Count} problem{(lines.Count == 1 ? "" : "s")}:\n{string.Join('\n', lines)}");
        }
    }
}

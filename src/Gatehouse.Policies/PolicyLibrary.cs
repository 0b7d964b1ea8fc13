using Gatehouse.PolicyEngine;

namespace Gatehouse.Policies;

/// <summary>The policies of one run: each file is read once, however many tests name it.</summary>
internal sealed class PolicyLibrary(Terminal terminal)
{
    private readonly Dictionary<string, LoadedPolicy> files = new(StringComparer.Ordinal);

    /// <summary>Reads a file that holds one policy.</summary>
    internal LoadedPolicy Load(string path)
    {
        var full = Path.GetFullPath(path);
        if (!files.TryGetValue(full, out var policy))
        {
            policy = Read(TextFile.Read(path), path, Origin.Of(path));
            files.Add(full, policy);
        }

        return policy;
    }

    /// <summary>Reads a policy that stands inside another file.</summary>
    internal LoadedPolicy Read(string text, string name, Origin origin)
    {
        var parse = PolicyDocument.Parse(text);
        var problems = string.Join("\n", parse.Problems.Select(problem => $"{origin.At(problem.Position)}: {Problem(problem)}"));
        if (parse.Document is null)
        {
            throw new InputException($"{name}: not a policy\n{problems}");
        }

        if (problems.Length > 0)
        {
            // PL-90: it is still a policy, and what it asks for that nobody knows never helps an allow.
            terminal.Complain($"{name}: not understood in full, so it may deny more\n{problems}");
        }

        return new(new(name, null, parse.Document), origin);
    }

    /// <summary>A problem in one line, without its place.</summary>
    internal static string Problem(PolicyProblem problem) => $"{problem.Code}: {problem.Path}: found {problem.Found}; allowed: {problem.Allowed}";
}

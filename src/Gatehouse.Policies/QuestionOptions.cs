using System.CommandLine;

namespace Gatehouse.Policies;

/// <summary>The options that put questions: which policies, who, what, on what.</summary>
internal sealed class QuestionOptions
{
    private readonly Option<string[]> policies = Options.Many("--policy", "FILE", "The caller's own policies.");
    private readonly Option<string[]> actions = Options.Many("--action", "ACTION", "What is asked for, such as s3:GetObject.");
    private readonly Option<string[]> resources = Options.Many("--resource", "ARN", "On what; * if not given.");
    private readonly Option<string> boundary = new("--boundary") { Description = "The caller's permissions boundary.", HelpName = "FILE" };
    private readonly Option<string> resourcePolicy = new("--resource-policy") { Description = "The policy of the resource, or the trust policy of a role. Needs --caller.", HelpName = "FILE" };
    private readonly Option<string> caller = new("--caller") { Description = $"Who asks: {Callers.Forms}. If not given, only the policies' own side is asked, whosever the resource is.", HelpName = "ARN" };
    private readonly Option<string[]> context = Options.Many("--context", "KEY=VALUE", "Condition keys of the request; a key given twice has two values. Those that follow from the caller's ARN are set.");

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[policies, actions, resources, boundary, resourcePolicy, caller, context])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>An option was used.</summary>
    internal bool Given(ParseResult parsed) =>
        new Option[] { policies, actions, resources, boundary, resourcePolicy, caller, context }.Any(option => parsed.GetResult(option) is { Implicit: false });

    /// <summary>Reads the policies.</summary>
    internal PolicyGroup Policies(ParseResult parsed, PolicyLibrary library)
    {
        var group = new PolicyGroup
        {
            Identity = [.. parsed.GetValue(policies)!.Select(library.Load)],
            Boundary = parsed.GetValue(boundary) is { } limit ? library.Load(limit) : null,
            Resource = parsed.GetValue(resourcePolicy) is { } ofResource ? library.Load(ofResource) : null,
        };
        return group.Identity.Count > 0 || group.Resource is not null ? group : throw new InputException("needs --policy or --resource-policy");
    }

    /// <summary>One question for each action and resource.</summary>
    internal IEnumerable<Question> Questions(ParseResult parsed)
    {
        var keys = Context(parsed);
        var on = parsed.GetValue(resources) is { Length: > 0 } given ? given : ["*"];
        return parsed.GetValue(actions) is { Length: > 0 } names
            ? names.SelectMany(action => on.Select(resource => new Question { Caller = parsed.GetValue(caller), Action = action, Resource = resource, Context = keys }))
            : throw new InputException("needs --action");
    }

    private KeyValuePair<string, string[]>[] Context(ParseResult parsed) =>
    [
        .. parsed.GetValue(context)!
            .Select(static pair => pair.Split('=', 2) is [{ Length: > 0 } key, var value] ? (Key: key, Value: value) : throw new InputException($"--context '{pair}' is not KEY=VALUE"))
            .GroupBy(static pair => pair.Key, static pair => pair.Value, StringComparer.OrdinalIgnoreCase)
            .Select(static group => KeyValuePair.Create(group.Key, group.ToArray())),
    ];
}

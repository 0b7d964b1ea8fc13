using Gatehouse.PolicyEngine;

namespace Gatehouse.Policies;

/// <summary>One question, as the user puts it.</summary>
internal sealed record Question
{
    /// <summary>Who asks; null when only the caller's side is of interest.</summary>
    internal string? Caller { get; init; }

    internal required string Action { get; init; }

    internal string Resource { get; init; } = "*";

    internal string? ResourceAccount { get; init; }

    internal IReadOnlyList<KeyValuePair<string, string[]>> Context { get; init; } = [];

    /// <summary>Puts it to the engine.</summary>
    internal Explanation Ask(PolicyGroup policies)
    {
        if (Action.Length is < 3 or > 128 || Action.AsSpan().ContainsAny('*', '?') || Action.Split(':') is not [{ Length: > 0 }, { Length: > 0 }])
        {
            throw new InputException($"'{Action}' is not the name of an action: prefix:Name without wildcards");
        }

        if (Caller is null && policies.NeedCaller)
        {
            throw new InputException("policies of resources, resource control and endpoints speak of callers: name one");
        }

        var caller = Caller is null ? Callers.Unnamed(Resource) : Callers.Read(Caller);
        var context = new RequestContext();
        foreach (var (key, value) in Caller is null ? [] : Callers.Keys(caller))
        {
            context.Set(key, value);
        }

        foreach (var (key, values) in Context)
        {
            context.Set(key, values);
        }

        return Evaluator.Explain(
            new()
            {
                Principal = caller,
                Action = Action,
                Resource = Resource,
                ResourceAccount = ResourceAccount,
                Context = context.Freeze(),
                CallerSideOnly = Caller is null,
                ResourcePolicyRequired = Has("kms", "key/"),
            },
            Inputs(policies));
    }

    /// <summary>The policies, as far as the resource says what they are.</summary>
    internal PolicyInputs Inputs(PolicyGroup policies) => policies.Inputs with { ResourceIsTrust = policies.Inputs.Resource is not null && Has("iam", "role/") };

    private bool Has(string service, string start) =>
        Resource.Split(':', 6) is ["arn", _, var found, _, _, var rest] && found == service && rest.StartsWith(start, StringComparison.Ordinal);
}

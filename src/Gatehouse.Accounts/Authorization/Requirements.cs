using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Authorization;

/// <summary>What one call needs a caller to be allowed: its own action on its target, and whatever the operation adds.</summary>
public sealed class Requirements(string action, Arn target)
{
    private readonly List<Check> checks = [new(action, target)];
    private readonly List<KeyValuePair<string, IReadOnlyList<string>>> keys = [];

    /// <summary>All checks; each must be allowed [PE-7].</summary>
    public IReadOnlyList<Check> Checks => checks;

    /// <summary>The condition keys that the request and the resource bring.</summary>
    public IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Keys => keys;

    /// <summary>How a denial prints the target, where AWS does not print its ARN [PE-95]; null for the ARN.</summary>
    public string? Printed { get; private set; }

    /// <summary>What the service itself grants on the target, as a policy of the target; null when it grants nothing.</summary>
    public string? ResourcePolicy { get; private set; }

    /// <summary>Gives a condition key its value; does nothing when there is none [PE-6].</summary>
    public Requirements Key(string name, string? value)
    {
        if (value is not null)
        {
            keys.Add(new(name, [value]));
        }

        return this;
    }

    /// <summary>Gives a condition key its values; does nothing when there are none.</summary>
    public Requirements Key(string name, IReadOnlyList<string>? values)
    {
        if (values is { Count: > 0 })
        {
            keys.Add(new(name, values));
        }

        return this;
    }

    /// <summary>The tags that the request brings: <c>aws:RequestTag/…</c> and <c>aws:TagKeys</c>.</summary>
    public Requirements RequestTags(IEnumerable<Tag>? tags)
    {
        var given = tags?.ToList() ?? [];
        given.ForEach(tag => Key("aws:RequestTag/" + tag.Key, tag.Value));
        return Key("aws:TagKeys", given.ConvertAll(tag => tag.Key));
    }

    /// <summary>The tags of the resource: <c>aws:ResourceTag/…</c> and the service's own form.</summary>
    /// <param name="tags">The tags; null when the resource does not exist.</param>
    /// <param name="service">The prefix of the service's own form, or null when it has none.</param>
    public Requirements ResourceTags(IEnumerable<Tag>? tags, string? service = "iam")
    {
        foreach (var tag in tags ?? [])
        {
            Key("aws:ResourceTag/" + tag.Key, tag.Value);
            if (service is not null)
            {
                Key($"{service}:ResourceTag/{tag.Key}", tag.Value);
            }
        }

        return this;
    }

    /// <summary>What the service itself grants on the target: a policy of the target, which explicit denies still overrule.</summary>
    public Requirements Grant(string policy)
    {
        ResourcePolicy = policy;
        return this;
    }

    /// <summary>A further check that must be allowed, on the same target unless another is named.</summary>
    public Requirements Also(string action, Arn? on = null)
    {
        checks.Add(new(action, on ?? target));
        return this;
    }

    /// <summary>The call's own action on a further resource, which has tags of its own.</summary>
    /// <remarks>The keys that were given before hold there too; those that are given later do not.</remarks>
    /// <param name="on">The resource.</param>
    /// <param name="tags">Its tags; null when it has none, or does not exist.</param>
    public Requirements AlsoOn(Arn on, IEnumerable<Tag>? tags = null)
    {
        checks.Add(checks[0] with { Resource = on, Keys = [.. keys, .. (tags ?? []).Select(tag => KeyValuePair.Create<string, IReadOnlyList<string>>("aws:ResourceTag/" + tag.Key, [tag.Value]))] });
        return this;
    }

    /// <summary>The call's own action once more, with a condition key that has another value there than in the call itself.</summary>
    /// <remarks>The keys that were given before hold there too; those that are given later do not.</remarks>
    public Requirements Again(string key, string value)
    {
        checks.Add(checks[0] with { Keys = [.. keys, new(key, [value])] });
        return this;
    }

    /// <summary>The right to hand a role to a service, which is asked of the caller's side alone [PE-82].</summary>
    /// <remarks>The tags of the call's target must not decide it, nor those of the role [PE-85]; so it has keys of its own.</remarks>
    /// <param name="role">The role.</param>
    /// <param name="service">The service that will assume it, such as <c>ec2.amazonaws.com</c>.</param>
    public Requirements Pass(Arn role, string service)
    {
        checks.Add(new("iam:PassRole", role, CallerSideOnly: true, [new("iam:PassedToService", [service])]));
        return this;
    }

    /// <summary>Asks of the caller's side alone about the call's own action: what it acts on has no policy to ask, though it is another account's.</summary>
    public Requirements CallerSide()
    {
        checks[0] = checks[0] with { CallerSideOnly = true };
        return this;
    }

    /// <summary>How a denial prints the target, where AWS does not print its ARN [PE-95].</summary>
    public Requirements PrintAs(string text)
    {
        Printed = text;
        return this;
    }
}

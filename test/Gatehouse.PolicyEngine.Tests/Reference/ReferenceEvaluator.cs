using System.Text.Json;

namespace Gatehouse.PolicyEngine.Tests.Reference;

/// <summary>The rules of policy-evaluation, written down as plainly as possible: no index, no cache, nothing compiled, nothing shared with the engine.</summary>
internal static class ReferenceEvaluator
{
    private const string None = "none";
    private static readonly string[] Strengths = [None, "account", "entity", "direct"];

    /// <returns>The outcome and the layer that decided, as the engine spells them.</returns>
    public static (string Outcome, string Layer) Decide(ReferenceCase one)
    {
        var caller = one.Caller;
        var hasPolicies = caller.Kind is not ("anonymous" or "service" or "provider");
        var trustName = one.Trust ? "Trust" : "Resource";
        var isRoot = caller.Kind is "root" or "assumed-root";

        // Which layers have a say.
        var identity = hasPolicies ? one.Identity : null;
        var boundary = hasPolicies ? one.Boundary : null;
        var session = hasPolicies ? one.Session : null;
        var scp = hasPolicies && !caller.ServiceLinked ? one.ServiceControl : null;
        var rcp = caller.ServiceLinked || one.CallerSideOnly || Same(one.Action, "kms:RetireGrant") ? null : one.ResourceControl;
        var ofResource = one.CallerSideOnly ? null : one.OfResource;

        var everything = new[] { identity, boundary, session, ofResource, one.Endpoint }.Concat(scp ?? []).Concat(rcp ?? []);
        if (everything.SelectMany(texts => texts ?? []).Any(text => text == "unreadable"))
        {
            return ("ImplicitDeny", "EvaluationError");
        }

        // PE-11, PE-12.
        var fields = IsArn(one.Resource) ? one.Resource.Split(':', 6) : null;
        var owner = one.ResourceAccount ?? fields?[4] ?? "";
        var cross = !one.CallerSideOnly && caller.Account is not null && owner != "" && owner != "aws" && owner != caller.Account;
        var samePartition = fields is null || caller.Account is null || fields[1] == "aws";

        // PE-54.
        var repairs = isRoot && !cross && (one.Repairs || new[] { "s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy", "sqs:SetQueueAttributes" }.Any(action => Same(action, one.Action)));

        var layers = new List<(string Name, List<ReferenceAnswer> Levels)>
        {
            ("ServiceControl", [.. (scp ?? []).Select(level => Ask(one, level, false, false))]),
            ("ResourceControl", [.. (rcp ?? []).Select(level => Ask(one, level, true, false))]),
            ("Endpoint", one.Endpoint is null ? [] : [Ask(one, one.Endpoint, true, false)]),
            ("Identity", identity is null ? [] : [Ask(one, identity, false, false)]),
            (trustName, ofResource is null ? [] : [Ask(one, ofResource, true, repairs)]),
            ("Boundary", boundary is null ? [] : [Ask(one, boundary, false, false)]),
            ("Session", session is null ? [] : [Ask(one, session, false, false)]),
        };

        // PE-29, in the order of PE-91.
        foreach (var (name, levels) in layers)
        {
            if (levels.Any(level => level.Denies))
            {
                return ("ExplicitDeny", name);
            }
        }

        if (layers.Any(layer => layer.Levels.Any(level => level.Unsure)))
        {
            return ("ImplicitDeny", "EvaluationError");
        }

        bool AllAllow(string name) => layers.Single(layer => layer.Name == name).Levels.All(level => level.Strength != None);

        if (!samePartition)
        {
            return ("ImplicitDeny", "Partition");
        }

        foreach (var name in new[] { "ResourceControl", "ServiceControl", "Endpoint" })
        {
            if (!AllAllow(name))
            {
                return ("ImplicitDeny", name);
            }
        }

        var id = isRoot || (caller.Kind == "federated" && caller.FederatorArn is null) || (identity is not null && AllAllow("Identity"));
        var b = AllAllow("Boundary");
        var s = session is null ? caller.Kind is not ("federated" or "assumed-root") : AllAllow("Session");
        var r = layers.Single(layer => layer.Name == trustName).Levels.Select(level => level.Strength).FirstOrDefault() ?? None;
        if (caller.Kind == "assumed-root" && r == "direct")
        {
            r = "entity";
        }

        if (!hasPolicies)
        {
            return r == None ? ("ImplicitDeny", trustName) : ("Allowed", trustName);
        }

        string? OfCaller() => !id ? "Identity" : !b ? "Boundary" : !s ? "Session" : null;

        if (one.CallerSideOnly)
        {
            return Result(OfCaller(), "Identity");
        }

        if (cross)
        {
            return Result(OfCaller() ?? (r == None ? trustName : null), "Identity");
        }

        if (r == "direct")
        {
            return Result(one.Trust && caller.Kind == "user" && !b ? "Boundary" : null, trustName);
        }

        if (r == "entity")
        {
            return Result(!b ? "Boundary" : !s ? "Session" : null, trustName);
        }

        var required = one.Trust || one.PolicyRequired;
        return Result(OfCaller() ?? (required && r == None ? trustName : null), "Identity");
    }

    private static (string Outcome, string Layer) Result(string? failing, string granting) => failing is null ? ("Allowed", granting) : ("ImplicitDeny", failing);

    private static ReferenceAnswer Ask(ReferenceCase one, List<string> texts, bool withPrincipals, bool ignoreDenies)
    {
        var (denies, unsure, best) = (false, false, None);
        foreach (var text in texts)
        {
            if (!one.Read.TryGetValue(text, out var root))
            {
                root = one.Read[text] = JsonDocument.Parse(text).RootElement;
            }

            var variables = root.TryGetProperty("Version", out var version) && version.GetString() == "2012-10-17";
            var statements = root.GetProperty("Statement");
            foreach (var statement in statements.ValueKind == JsonValueKind.Array ? statements.EnumerateArray().ToArray() : [statements])
            {
                var deny = statement.GetProperty("Effect").GetString() == "Deny";
                if (deny && ignoreDenies)
                {
                    continue;
                }

                var strength = "direct";
                if (withPrincipals)
                {
                    strength = ReferencePrincipals.Strength(one, statement);
                    if (strength == None)
                    {
                        continue;
                    }
                }
                else if (!deny && (statement.TryGetProperty("Principal", out _) || statement.TryGetProperty("NotPrincipal", out _)))
                {
                    continue;
                }

                if (!ActionHolds(one, statement) || !ResourceHolds(one, statement, variables, withPrincipals, deny))
                {
                    continue;
                }

                var condition = ReferenceConditions.Holds(one, statement, variables);
                if (condition == false)
                {
                    continue;
                }

                if (condition is null)
                {
                    unsure |= deny;
                }
                else if (deny)
                {
                    denies = true;
                }
                else if (Array.IndexOf(Strengths, strength) > Array.IndexOf(Strengths, best))
                {
                    best = strength;
                }
            }
        }

        return new(denies, unsure, best);
    }

    private static bool ActionHolds(ReferenceCase one, JsonElement statement)
    {
        var not = statement.TryGetProperty("NotAction", out var element);
        element = not ? element : statement.GetProperty("Action");
        var any = ReferenceText.Strings(element).Any(pattern =>
        {
            // PL-55: odd letters match nothing.
            if (pattern != "*" && pattern[(pattern.IndexOf(':') + 1)..].Any(letter => !char.IsAsciiLetterOrDigit(letter) && !"*?:.-".Contains(letter)))
            {
                return false;
            }

            return ReferenceText.Glob(ReferenceText.Tokens(pattern.ToUpperInvariant(), null), one.Action.ToUpperInvariant());
        });
        return any != not;
    }

    private static bool ResourceHolds(ReferenceCase one, JsonElement statement, bool variables, bool strict, bool deny)
    {
        var not = statement.TryGetProperty("NotResource", out var element);
        if (!not && !statement.TryGetProperty("Resource", out element))
        {
            return strict || deny;
        }

        return ReferenceText.Strings(element).Any(pattern => ResourceMatches(one, pattern, variables, strict)) != not;
    }

    private static bool ResourceMatches(ReferenceCase one, string pattern, bool variables, bool strict)
    {
        if (pattern != "" && pattern.All(letter => letter == '*'))
        {
            return true;
        }

        if (one.Resource == "*")
        {
            return false;
        }

        if (!IsArn(one.Resource))
        {
            return ReferenceText.Glob(ReferenceText.Tokens(pattern, variables ? one.Context : null), one.Resource);
        }

        var parts = ReferenceText.Fields(pattern);
        if (parts.Count < 6 && strict && !pattern.Contains('*'))
        {
            return false;
        }

        while (parts.Count < 6)
        {
            parts.Add("*");
        }

        var fields = one.Resource.Split(':', 6);
        return Enumerable.Range(0, 6).All(i => ReferenceText.Glob(ReferenceText.Tokens(parts[i], variables && i >= 2 ? one.Context : null), fields[i]));
    }

    private static bool IsArn(string text) => text.StartsWith("arn:", StringComparison.Ordinal) && text.Count(letter => letter == ':') >= 5;

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private sealed record ReferenceAnswer(bool Denies, bool Unsure, string Strength);
}

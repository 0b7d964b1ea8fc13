using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.PolicyEngine;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Delegation;

/// <summary>The policies that delegation requests are made from: managed policies of the account that asks, with placeholders like <c>@{bucketName}</c>.</summary>
/// <remarks>AWS keeps templates that partners registered with it. Here a managed policy is one, and its ARN is the template's.</remarks>
internal static partial class DelegationTemplate
{
    /// <summary>The parameters of a request.</summary>
    /// <exception cref="InvalidInputException">Two have one name, one has no name, or several values without being a list.</exception>
    internal static ImmutableArray<DelegationParameter> Read(IReadOnlyList<Shapes.PolicyParameter>? given)
    {
        var parameters = (given ?? [])
            .Select(one => new DelegationParameter(one.Name ?? "", [.. one.Values ?? []], one.Type ?? Shapes.PolicyParameterTypeEnum.String))
            .ToImmutableArray();
        foreach (var one in parameters)
        {
            if (one.Name.Length == 0 || one.Values.IsEmpty || (one.Values.Length > 1 && one.Type != Shapes.PolicyParameterTypeEnum.StringList))
            {
                throw new InvalidInputException($"The policy parameter '{one.Name}' needs a name and one value, or a list of them if it is a stringList.");
            }
        }

        return parameters.DistinctBy(one => one.Name, StringComparer.Ordinal).Count() == parameters.Length
            ? parameters
            : throw new InvalidInputException("Two policy parameters have the same name.");
    }

    /// <summary>A template with its placeholders filled.</summary>
    /// <exception cref="InvalidInputException">There is no such template, it has a placeholder without a parameter, or a parameter without a placeholder.</exception>
    /// <exception cref="MalformedPolicyDocumentException">What comes out is no policy.</exception>
    internal static string Fill(Draft draft, string? arn, ImmutableArray<DelegationParameter> parameters)
    {
        var template = arn is not null && PolicySubject.IsPolicyArn(arn) ? draft.Call.FindPolicy(draft.Account, arn) : null;
        if (template is null)
        {
            throw new InvalidInputException($"The policy template {arn} does not exist.");
        }

        var used = new HashSet<string>(StringComparer.Ordinal);
        var filled = Placeholder().Replace(template.Default.Document, match =>
        {
            var (opens, closes, name) = (match.Value[0] == '"', match.Value[^1] == '"', match.Groups["name"].Value);
            var parameter = parameters.FirstOrDefault(one => one.Name == name || one.Name == $"@{{{name}}}")
                ?? throw new InvalidInputException($"The policy template needs a parameter named {name}.");
            used.Add(parameter.Name);
            if (opens && closes && parameter.Type == Shapes.PolicyParameterTypeEnum.StringList)
            {
                return $"[{string.Join(',', parameter.Values.Select(value => $"\"{JsonEncodedText.Encode(value)}\""))}]";
            }

            var text = parameter.Values is [var only]
                ? JsonEncodedText.Encode(only)
                : throw new InvalidInputException($"The policy parameter {name} is a list, and its placeholder is not a value of its own.");
            return $"{(opens ? "\"" : "")}{text}{(closes ? "\"" : "")}";
        });
        if (parameters.FirstOrDefault(one => !used.Contains(one.Name)) is { } idle)
        {
            throw new InvalidInputException($"The policy template has no parameter named {idle.Name}.");
        }

        PolicyVersions.RequireDocument(filled, draft.Call);
        return filled;
    }

    /// <summary>The boundaries that a policy which lets roles be made demands of them.</summary>
    internal static IReadOnlyList<string> BoundariesOf(string policy) => (PolicyDocument.Parse(policy).Document?.Statements ?? [])
        .Where(statement => statement.Effect == PolicyEffect.Allow && statement.Actions.Any(action => action.StartsWith("iam:", StringComparison.OrdinalIgnoreCase)))
        .SelectMany(statement => statement.Conditions)
        .Where(condition => condition.Key.Equals("iam:PermissionsBoundary", StringComparison.OrdinalIgnoreCase))
        .SelectMany(condition => condition.Values)
        .Distinct(StringComparer.Ordinal).ToList();

    // With its quotation marks where it is a whole value, so that a list can take their place.
    [GeneratedRegex("\"?@\\{(?<name>[A-Za-z0-9_.-]{1,256})\\}\"?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}

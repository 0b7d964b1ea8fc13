using System.Collections.Immutable;
using System.Globalization;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Contracts.Sts.Shapes;
using Gatehouse.PolicyEngine;
using Gatehouse.Wire;
using TagShape = Gatehouse.Contracts.Sts.Shapes.Tag;

namespace Gatehouse.Sts.Sessions;

/// <summary>The policies that a caller hands to a session, and the space they and its tags take [AU-309, AU-311, AU-312].</summary>
internal static class SessionPolicies
{
    /// <summary>The most managed policies of one session.</summary>
    internal const int MostArns = 10;

    /// <summary>The most characters of the inline policy and the ARNs together.</summary>
    internal const int PlainSize = 2048;

    /// <summary>Checks the policies.</summary>
    /// <param name="call">The request.</param>
    /// <param name="account">The account of the role or user: the managed policies are its own, or AWS's.</param>
    /// <param name="policy">The inline policy.</param>
    /// <param name="arns">The managed policies.</param>
    /// <returns>The ARNs of the managed ones.</returns>
    /// <exception cref="ApiException">A policy cannot be read, or there is none of that ARN.</exception>
    internal static ImmutableArray<string> Require(Call call, Account account, string? policy, IReadOnlyList<PolicyDescriptorType>? arns)
    {
        // The model states no limit here, AWS's documents do.
        if (arns is { Count: > MostArns })
        {
            throw Refusals.Invalid(
                $"1 validation error detected: Value '{Echo.Of($"[{string.Join(", ", arns)}]")}' at 'policyArns' failed to satisfy constraint: Member must have length less than or equal to {MostArns}");
        }

        RequireInline(policy);
        if (arns is not { Count: > 0 })
        {
            return [];
        }

        var found = ImmutableArray.CreateBuilder<string>(arns.Count);
        for (var i = 0; i < arns.Count; i++)
        {
            var arn = arns[i].Arn ?? throw Refusals.Invalid(
                $"1 validation error detected: Value null at 'policyArns.{i + 1}.member.arn' failed to satisfy constraint: Member must not be null");
            found.Add(call.Installation.AwsPolicies.FindFor(account, arn) is not null
                ? arn
                : throw Refusals.Invalid($"ARN {Echo.Of(arn)} is not valid or does not exist."));
        }

        return found.MoveToImmutable();
    }

    /// <summary>Whether the request hands anything over whose size AWS tells.</summary>
    internal static bool IsPassed(string? policy, IReadOnlyList<PolicyDescriptorType>? arns, IReadOnlyList<TagShape>? tags) =>
        policy is not null || arns is { Count: > 0 } || tags is { Count: > 0 };

    /// <summary>How much of the allotted space the policies and tags take, in per cent.</summary>
    /// <exception cref="PackedPolicyTooLargeException">More than there is.</exception>
    internal static int Measure(string? policy, ImmutableArray<string> arns, ImmutableArray<SessionTag> tags)
    {
        if (policy is null && arns.IsEmpty && tags.IsEmpty)
        {
            return 0;
        }

        var plain = (policy?.Length ?? 0) + arns.Sum(arn => arn.Length);
        var percent = plain > PlainSize ? ((plain * 100) + PlainSize - 1) / PlainSize : PackedSize.PercentOf(policy, arns, tags);
        return percent <= 100 ? percent : throw TooLarge(percent);
    }

    /// <summary>The refusal of policies and tags that take more space than there is.</summary>
    internal static PackedPolicyTooLargeException TooLarge(int percent) => new(string.Create(
        CultureInfo.InvariantCulture, $"Packed policy consumes {percent}% of allotted space, please use smaller policy."));

    private static void RequireInline(string? policy)
    {
        // Longer ones are refused by size: they are not worth reading.
        if (policy is { Length: <= PlainSize } && PolicyValidator.Validate(policy, PolicyKind.Session) is { Valid: false } read)
        {
            throw new MalformedPolicyDocumentException(read.Problems[0].WireText);
        }
    }
}

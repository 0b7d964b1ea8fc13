using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.OpenIdProviders;

/// <summary>The OpenID Connect provider that a call names by its ARN, and the rules for what it holds.</summary>
internal static class OpenIdSubject
{
    /// <summary>The provider of an ARN; null when there is none, or the text is no such ARN.</summary>
    internal static OpenIdProvider? FindOpenId(this Account account, string arn) => OpenIdProvider.FindIn(account, arn);

    /// <summary>Adds the provider's tags.</summary>
    internal static Requirements Require(string arn, Call call, Requirements needs) =>
        needs.ResourceTags(call.Account.FindOpenId(arn)?.Tags, service: null);

    /// <summary>Refuses what is not the ARN of such a provider.</summary>
    /// <exception cref="InvalidInputException">It is not.</exception>
    internal static void RequireArn(string arn)
    {
        if (!OpenIdProvider.IsArn(arn))
        {
            throw new InvalidInputException($"ARN {arn} is not valid.");
        }
    }

    /// <summary>The provider of an ARN.</summary>
    /// <exception cref="InvalidInputException">It is not the ARN of such a provider.</exception>
    /// <exception cref="NoSuchEntityException">There is none.</exception>
    internal static OpenIdProvider RequireOpenId(this Account account, string arn)
    {
        RequireArn(arn);
        return account.FindOpenId(arn) ?? throw new NoSuchEntityException($"OpenIDConnect Provider not found for arn {arn}");
    }

    /// <summary>Thumbprints as they are kept.</summary>
    /// <exception cref="InvalidInputException">There are more than five, or one is not 40 hexadecimal digits.</exception>
    internal static ImmutableArray<string> Thumbprints(IReadOnlyList<string>? given)
    {
        if (given is { Count: > Quotas.ThumbprintsPerOpenIdProvider })
        {
            // AWS: its own words, although five are taken.
            throw new InvalidInputException("Thumbprint list must contain fewer than 5 entries.");
        }

        return given?.FirstOrDefault(text => !text.All(char.IsAsciiHexDigit)) is null
            ? [.. given ?? []]
            : throw new InvalidInputException("Thumbprint list must contain only hexadecimal SHA-1 thumbprints.");
    }

    /// <summary>Audiences with others added; those that are there already stay where they are.</summary>
    /// <exception cref="LimitExceededException">There would be more than a hundred.</exception>
    internal static ImmutableArray<string> ClientIds(ImmutableArray<string> ids, IEnumerable<string> added)
    {
        var merged = ids.Union(added, StringComparer.Ordinal).ToImmutableArray();
        return merged.Length <= Quotas.ClientIdsPerOpenIdProvider
            ? merged
            : throw new LimitExceededException($"Cannot exceed quota for ClientIdsPerOpenIdConnectProvider: {Quotas.ClientIdsPerOpenIdProvider}");
    }
}

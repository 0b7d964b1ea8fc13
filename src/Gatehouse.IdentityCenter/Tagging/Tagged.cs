using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.IdentityCenter.TokenIssuers;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Tagging;

/// <summary>What bears tags here, each by its ARN: the instance, its permission sets, applications and trusted token issuers.</summary>
internal static class Tagged
{
    /// <summary>Its tags; null when it is not there.</summary>
    internal static ImmutableArray<Tag>? Find(Account account, string arn) =>
        account.FindInstance(arn)?.Tags ?? account.FindPermissionSet(arn)?.Tags ?? account.FindApplication(arn)?.Tags ?? account.FindTokenIssuer(arn)?.Tags;

    /// <summary>Its tags.</summary>
    /// <param name="account">The account.</param>
    /// <param name="instanceArn">The instance that the request names beside it; null when it names none.</param>
    /// <param name="arn">Its ARN.</param>
    /// <exception cref="ResourceNotFoundException">It is not there, or the instance is another.</exception>
    internal static ImmutableArray<Tag> Require(Account account, string? instanceArn, string arn)
    {
        if (instanceArn is not null)
        {
            account.RequireInstance(instanceArn);
        }

        return Find(account, arn) ?? throw new ResourceNotFoundException($"Resource {Echo.Of(arn)} was not found.");
    }

    /// <summary>Gives it other tags. It is there.</summary>
    internal static void Put(Draft draft, string arn, ImmutableArray<Tag> tags)
    {
        if (draft.Account.FindInstance(arn) is { } instance)
        {
            draft.Put(instance with { Tags = tags });
        }
        else if (draft.Account.FindPermissionSet(arn) is { } set)
        {
            draft.Put(set with { Tags = tags });
        }
        else if (draft.Account.FindApplication(arn) is { } application)
        {
            draft.Put(application with { Tags = tags });
        }
        else if (draft.Account.FindTokenIssuer(arn) is { } issuer)
        {
            draft.Put(issuer with { Tags = tags });
        }
    }
}

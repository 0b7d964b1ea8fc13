using Gatehouse.Accounts;
using System.Globalization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Iam.Policies;

/// <summary>The versions of managed policies: their numbers, their texts, and how large these may be.</summary>
internal static class PolicyVersions
{
    /// <summary>Refuses a text that cannot become a version of a managed policy.</summary>
    /// <exception cref="MalformedPolicyDocumentException">It is no policy.</exception>
    /// <exception cref="LimitExceededException">It is too large [PL-16].</exception>
    internal static void RequireDocument(string text, Call call)
    {
        Documents.Require(text, PolicyKind.ManagedIdentity);
        var most = call.Installation.Quotas[IamQuotas.PolicySize];
        if (PolicyDocument.SizeOf(text) > most)
        {
            throw new LimitExceededException($"Cannot exceed quota for PolicySize: {most}");
        }
    }

    /// <summary>A version by its id.</summary>
    /// <param name="policy">The policy; null when there is none.</param>
    /// <param name="arn">The ARN it was asked for by.</param>
    /// <param name="versionId">Such as <c>v2</c>.</param>
    /// <exception cref="NoSuchEntityException">There is no such version, or no such policy: AWS says the same of both.</exception>
    internal static PolicyVersion RequireVersion(this ManagedPolicy? policy, string arn, string versionId) =>
        policy?.Versions.FirstOrDefault(version => IdOf(version.Number) == versionId)
            ?? throw new NoSuchEntityException($"Policy {arn} version {versionId} does not exist or is not attachable.");

    /// <summary>The id of a version.</summary>
    internal static string IdOf(int number) => "v" + number.ToString(CultureInfo.InvariantCulture);
}

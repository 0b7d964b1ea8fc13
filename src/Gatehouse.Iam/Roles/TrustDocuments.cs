using Gatehouse.Accounts;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Iam.Roles;

/// <summary>Trust policies as the operations that save them check them.</summary>
internal static class TrustDocuments
{
    /// <summary>Refuses a text that cannot become a trust policy, whoever it names.</summary>
    /// <returns>What it says.</returns>
    /// <exception cref="MalformedPolicyDocumentException">It is no trust policy [PL-43, PL-50, AU-426].</exception>
    /// <exception cref="LimitExceededException">It is too large [PL-16].</exception>
    internal static PolicyDocument Require(string text, Call call)
    {
        var document = Documents.Require(text, PolicyKind.Trust, new() { SharedProviders = call.Installation.Federation.SharedIssuers });
        var most = call.Installation.Quotas[IamQuotas.TrustPolicySize];
        return document.Size <= most
            ? document
            : throw new LimitExceededException($"Cannot exceed quota for ACLSizePerRole: {most}");
    }
}

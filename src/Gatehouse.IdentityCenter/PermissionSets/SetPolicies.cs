using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;
using Gatehouse.PolicyEngine;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>The policies of permission sets as the operations that give them check them.</summary>
internal static class SetPolicies
{
    /// <summary>Refuses what is no policy of AWS's that a role of customers can have.</summary>
    /// <exception cref="ResourceNotFoundException">There is no such policy.</exception>
    internal static void RequireManaged(string arn, Call call)
    {
        if (call.Installation.AwsPolicies.Find(arn) is not { } policy || policy.Path.StartsWith("/aws-service-role/", StringComparison.Ordinal))
        {
            throw new ResourceNotFoundException($"Received a 404 status error: Not supported policy {Echo.Of(arn)}.");
        }
    }

    /// <summary>Refuses one managed policy more than there may be.</summary>
    /// <exception cref="ServiceQuotaExceededException">There are as many already.</exception>
    internal static void RequireRoom(PermissionSet set) =>
        Creation.RequireRoom("managed policies of a permission set", Quotas.PoliciesPerSet, set.ManagedPolicies.Length + set.CustomerPolicies.Length);

    /// <summary>Refuses a text that cannot become a policy.</summary>
    /// <exception cref="ValidationException">It is no policy for identities; the message is that of the first problem.</exception>
    /// <exception cref="ServiceQuotaExceededException">It is too large.</exception>
    internal static void RequireDocument(string text)
    {
        var parse = PolicyValidator.Validate(text, PolicyKind.Identity);
        if (parse is not { Valid: true, Document: { } document })
        {
            throw new ValidationException(parse.Problems is [var first, ..] ? first.WireText : "Syntax errors in policy.");
        }

        Creation.RequireRoom("the size of an inline policy", Quotas.InlinePolicySize, document.Size - 1);
    }
}

using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.Holders;

/// <summary>What must be gone before a user, group or role can be deleted, in AWS's words.</summary>
internal static class Deletion
{
    /// <summary>Refuses a holder that has policies, attached or its own. A boundary does not matter: it goes with its holder.</summary>
    /// <exception cref="DeleteConflictException">It has.</exception>
    internal static void RequireNoPolicies(IHolder holder)
    {
        Require(holder.AttachedPolicies.IsEmpty, "detach all policies");
        Require(holder.InlinePolicies.IsEmpty, "delete policies");
    }

    /// <summary>Refuses the deletion unless something was done before.</summary>
    /// <param name="done">Whether it was.</param>
    /// <param name="what">What, as in <c>must … first</c>.</param>
    /// <exception cref="DeleteConflictException">It was not.</exception>
    internal static void Require(bool done, string what)
    {
        if (!done)
        {
            throw new DeleteConflictException($"Cannot delete entity, must {what} first.");
        }
    }
}

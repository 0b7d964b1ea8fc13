namespace Gatehouse.PolicyEngine;

/// <summary>Whether caller and resource belong together (PE-11, PE-12).</summary>
internal static class AccountRelation
{
    // AWS: ARNs of managed policies that AWS provides name this in place of an account.
    private const string OfAws = "aws";

    /// <summary>The resource belongs to another account than the caller.</summary>
    internal static bool IsCross(AuthorizationRequest request, in ResourceView resource)
    {
        if (request.CallerSideOnly || request.Principal.Account is not { } account)
        {
            return false;
        }

        var owner = request.ResourceAccount is { } given ? given : resource.IsArn ? resource.Fields.Account(resource.Text) : default;
        return owner.Length > 0 && !owner.SequenceEqual(account) && !owner.SequenceEqual(OfAws);
    }

    /// <summary>The resource lies in another partition than the caller, which nothing can allow.</summary>
    internal static bool IsOtherPartition(AuthorizationRequest request, in ResourceView resource) =>
        resource.IsArn && request.Principal.Partition is { } partition && !resource.Fields.Partition(resource.Text).SequenceEqual(partition);
}

namespace Gatehouse.PolicyEngine;

/// <summary>The actions by which root of the owning account undoes a resource policy that locks everyone out (PE-54).</summary>
internal static class ResourceRepairs
{
    private static readonly string[] Actions = ["s3:GetBucketPolicy", "s3:PutBucketPolicy", "s3:DeleteBucketPolicy", "sqs:SetQueueAttributes"];

    internal static bool Includes(string action)
    {
        foreach (var known in Actions)
        {
            if (known.Equals(action, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}

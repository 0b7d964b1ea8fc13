namespace Gatehouse.Accounts.Sessions;

/// <summary>Says how much of a session's allotted space its policies and tags take (AU-312).</summary>
public static class PackedSize
{
    /// <summary>The bytes that are 100 %.</summary>
    public const int Allotted = 2048;

    /// <summary>Packs the policies and tags and measures them.</summary>
    /// <returns>The percentage, rounded up; more than 100 is AWS's <c>PackedPolicyTooLarge</c>.</returns>
    public static int PercentOf(string? policy, IReadOnlyList<string> policyArns, IReadOnlyList<SessionTag> tags)
    {
        var size = SessionPacking.Pack(policy, policyArns, tags)?.Length ?? SessionPacking.MaxPlain;
        return ((size * 100) + Allotted - 1) / Allotted;
    }
}

namespace Gatehouse.Server.Requests;

/// <summary>What all request bodies may hold together: memory stays bounded however many callers send as much as one may [AU-7].</summary>
/// <remarks>Small bodies, which nearly all are, do not count: connections bound them. Thread safe.</remarks>
internal sealed class BodyBudget
{
    /// <summary>A body up to this size, in bytes, needs no share.</summary>
    internal const int Free = 64 * 1024;

    // The largest body that IAM takes, with the arrays it grows out of.
    private const long Least = 48 * 1024 * 1024;
    private const long Most = 128 * 1024 * 1024;

    // What is read is held about four times over while it is parsed: body, decoded form, strings.
    private readonly long limit = Math.Clamp(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 16, Least, Most);

    /// <summary>How long a body that holds a share may take to arrive, so that nobody sits on the budget.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private long taken;

    /// <summary>Takes a share; nothing when it is not to be had.</summary>
    internal bool TryTake(int bytes)
    {
        if (Interlocked.Add(ref taken, bytes) <= limit)
        {
            return true;
        }

        Interlocked.Add(ref taken, -bytes);
        return false;
    }

    /// <summary>Gives a share back.</summary>
    internal void Return(int bytes) => Interlocked.Add(ref taken, -bytes);
}

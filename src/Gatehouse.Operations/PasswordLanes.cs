using Gatehouse.Accounts.Secrets;
using Gatehouse.Wire;

namespace Gatehouse.Operations;

/// <summary>How operations wait for the lanes in which passwords are hashed and compared.</summary>
public static class PasswordLanes
{
    /// <summary>Waits for the work.</summary>
    /// <exception cref="CommonException">Too many wait already.</exception>
    public static async ValueTask<T> WaitAsync<T>(Func<ValueTask<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        try
        {
            return await work();
        }
        catch (PasswordQueueFullException)
        {
            throw TooMany();
        }
    }

    /// <summary>The refusal of those who ask too often.</summary>
    public static CommonException TooMany() => new(CommonError.Throttling, "Rate exceeded");
}

using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>What making applications and making trusted token issuers have in common.</summary>
internal static class Creation
{
    /// <summary>What was made already by the same request, when it comes again; null when it is a new one.</summary>
    /// <exception cref="ConflictException">The token was given to another request.</exception>
    internal static T? FindAgain<T>(IEnumerable<T> made, Func<T, CreationToken?> askedOf, CreationToken? asked)
        where T : class => asked is null || made.FirstOrDefault(one => askedOf(one)?.Token == asked.Token) is not { } before ? null
        : askedOf(before) == asked ? before
        : throw new ConflictException("The client token was used before, with other parameters.");

    /// <summary>Refuses one more than there may be.</summary>
    /// <exception cref="ServiceQuotaExceededException">There are as many already.</exception>
    internal static void RequireRoom(string what, int most, int have)
    {
        if (have >= most)
        {
            throw new ServiceQuotaExceededException($"The quota for {what} is {most}.");
        }
    }
}

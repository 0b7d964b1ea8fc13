using Gatehouse.Operations;

namespace Gatehouse.Iam.AccountSettings;

/// <summary>The names of accounts, of which each is held by one account in the whole installation.</summary>
/// <remarks>
/// A name is claimed before the account takes it and given back after the account left it, because the two are not one
/// commit. An account may claim again what it holds, so a process that dies between leaves nothing that cannot be mended
/// by the same call.
/// </remarks>
internal static class Aliases
{
    private const string Kind = "alias";

    /// <summary>Takes an alias for the caller's account.</summary>
    /// <returns>False when another account has it.</returns>
    internal static ValueTask<bool> ClaimAsync(Reach reach, string alias, CancellationToken cancel) =>
        reach.Call.Installation.Names.ClaimAsync(Kind, alias, reach.Call.Account.Id, cancel);

    /// <summary>Gives back an alias that the caller's account has left.</summary>
    internal static async ValueTask ReleaseAsync(Reach reach, string alias, CancellationToken cancel)
    {
        var account = reach.Call.Account.Id;
        await reach.Call.Installation.Names.ReleaseAsync(Kind, alias, account, cancel);

        // Another call may have chosen it anew for the same account while this one was under way.
        if (await reach.FindAccountAsync(account, cancel) is { Exists: true } now && string.Equals(now.Profile.Alias, alias, StringComparison.Ordinal))
        {
            await ClaimAsync(reach, alias, cancel);
        }
    }
}

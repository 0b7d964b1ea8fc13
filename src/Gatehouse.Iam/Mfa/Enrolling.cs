using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Wire;

namespace Gatehouse.Iam.Mfa;

/// <summary>What sessions may do in which somebody brings in a second factor because they cannot sign in without one [AU-616].</summary>
/// <remarks>Whoever is asked for a device must be able to bring one in, whether or not their policies allow it otherwise; what a policy denies stays denied.</remarks>
internal static class Enrolling
{
    /// <summary>Grants the call to a user who is bringing in a second factor. Root needs no grant.</summary>
    internal static void Grant(Call call, Requirements needs)
    {
        if (Is(call) && call.Caller is { Kind: CallerKind.User, User: { } user })
        {
            // By the unique id, for paths of users may hold what an ARN in a policy may not.
            needs.Grant($$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"{{user.Id}}"},"Action":"{{needs.Checks[0].Action}}","Resource":"*"}]}""");
        }
    }

    /// <summary>Sees that such a session gives a device to nobody but its own user, and only a first one: it was begun with a password alone.</summary>
    /// <exception cref="CommonException">It is another's, or there is a device already.</exception>
    internal static void Require(DeviceOwner owner, Draft draft)
    {
        if (Is(draft.Call) && (owner.Holder != (draft.Call.Caller.User?.Id ?? Account.RootOwner) || draft.Account.MfaDevices.OwnedBy(owner.Holder).Length > 0))
        {
            throw new CommonException(CommonError.AccessDenied, $"User: {draft.Call.Caller.Arn} is not authorized to perform: iam:EnableMFADevice. Sign in again.");
        }
    }

    private static bool Is(Call call) => call.Caller.Session is { Kind: SessionKind.Enrolment };
}

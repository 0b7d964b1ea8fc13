using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Sessions;

/// <summary>The second factor that a request shows: a device of the caller's own, and its code of the moment [AU-317].</summary>
internal static class SecondFactor
{
    private const string OneMissing = "MultiFactorAuthentication failed, must provide both MFA serial number and one time pass code. ";
    private const string NotYours =
        "MultiFactorAuthentication failed, unable to validate MFA code.  Please verify your MFA serial number is valid and associated with this user.";

    private const string WrongCode = "MultiFactorAuthentication failed with invalid MFA one time pass code. ";

    /// <summary>The call of a caller who has shown the factor, which policies then see; the call as it is when none is shown. Spends nothing.</summary>
    /// <exception cref="ApiException">It is wrong.</exception>
    internal static Call Prove(Call call, string? serialNumber, string? tokenCode)
    {
        if (serialNumber is null && tokenCode is null)
        {
            return call;
        }

        Accept(call, call.Account, serialNumber, tokenCode);
        return call with { Caller = call.Caller.WithSecondFactor() };
    }

    /// <summary>Handles a request once its factor is spent, in one commit with it: a request that fails spends nothing [AU-309, AU-612].</summary>
    /// <exception cref="ApiException">The factor is wrong, or was spent meanwhile.</exception>
    internal static ValueTask<TResponse> SpendAsync<TRequest, TResponse>(
        Reach reach, TRequest request, string? serialNumber, string? tokenCode, Func<TRequest, Call, TResponse> handle, CancellationToken cancel) =>
        reach.CommitAsync(
            draft =>
            {
                var spent = Accept(draft.Call, draft.Account, serialNumber, tokenCode);
                var response = handle(request, reach.Call);
                draft.Put(spent);
                return response;
            },
            cancel);

    private static MfaDevice Accept(Call call, Account account, string? serialNumber, string? tokenCode)
    {
        if (serialNumber is null || tokenCode is null)
        {
            throw Refusals.Denied(OneMissing);
        }

        var holder = call.Caller.Kind switch
        {
            CallerKind.Root => Account.RootOwner,
            CallerKind.User => call.Caller.User!.Id,
            _ => null,
        };
        return holder is not null && account.MfaDevices.Find(serialNumber) is { Seed: not null } device && device.Holder == holder
            ? OneTimeCodes.Accept(call.Installation, account.Id, device, tokenCode, call.Now) ?? throw Refusals.Denied(WrongCode)
            : throw Refusals.Denied(NotYours);
    }
}

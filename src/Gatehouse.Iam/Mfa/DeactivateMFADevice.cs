using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Mfa;

/// <summary>Takes a device from its holder. One that shows codes stays, as nobody's; a security key is forgotten.</summary>
internal sealed class DeactivateMFADevice : IWrite<DeactivateMFADeviceRequest, DeactivateMFADeviceResponse>
{
    public static Arn Target(DeactivateMFADeviceRequest request, Call call) => DeviceOwner.Target(request.UserName, call);

    public static void Require(DeactivateMFADeviceRequest request, Call call, Requirements needs) => DeviceOwner.Require(request.UserName, call, needs);

    public static DeactivateMFADeviceResponse Handle(DeactivateMFADeviceRequest request, Draft draft)
    {
        var owner = DeviceOwner.Of(request.UserName, draft.Call, draft.Account);
        var device = draft.Account.RequireDeviceOf(owner, request.SerialNumber);
        if (device.Kind == MfaDeviceKind.SecurityKey)
        {
            draft.Remove(device);
        }
        else
        {
            // What is spent stays spent: the next holder cannot be met with an old code.
            draft.Put(device with { Holder = null, Enabled = null });
        }

        return new();
    }
}

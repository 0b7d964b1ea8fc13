using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Mfa;

/// <summary>Gives a device to a user or to root, who proves to hold it by two codes that follow each other [AU-603].</summary>
/// <remarks>Hardware tokens are known by the seed that was brought in; security keys are registered at sign-in, not here [AU-600].</remarks>
internal sealed class EnableMFADevice : IWrite<EnableMFADeviceRequest, EnableMFADeviceResponse>
{
    public static Arn Target(EnableMFADeviceRequest request, Call call) => DeviceOwner.Target(request.UserName, call);

    public static void Require(EnableMFADeviceRequest request, Call call, Requirements needs) => DeviceOwner.Require(request.UserName, call, needs);

    public static EnableMFADeviceResponse Handle(EnableMFADeviceRequest request, Draft draft)
    {
        var account = draft.Account;
        var owner = DeviceOwner.Of(request.UserName, draft.Call, account);
        var device = account.RequireDevice(request.SerialNumber);
        if (device.Holder is not null)
        {
            throw new EntityAlreadyExistsException($"MFADevice with serial number {device.SerialNumber} is already in use.");
        }

        Quotas.Require("MFADevicesPerUser", Quotas.MfaDevicesPerUser, account.MfaDevices.OwnedBy(owner.Holder).Length);
        var proven = OneTimeCodes.AcceptPair(
            draft.Call.Installation, account.Id, device, request.AuthenticationCode1, request.AuthenticationCode2, OneTimeCodes.EnableRange, draft.Now);
        draft.Put((proven ?? throw Devices.WrongCode()) with { Holder = owner.Holder, Enabled = draft.Now });
        return new();
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Mfa;

/// <summary>Finds out how far a device's clock has run away, by two codes that follow each other [AU-603].</summary>
internal sealed class ResyncMFADevice : IWrite<ResyncMFADeviceRequest, ResyncMFADeviceResponse>
{
    public static Arn Target(ResyncMFADeviceRequest request, Call call) => DeviceOwner.Target(request.UserName, call);

    public static void Require(ResyncMFADeviceRequest request, Call call, Requirements needs) => DeviceOwner.Require(request.UserName, call, needs);

    public static ResyncMFADeviceResponse Handle(ResyncMFADeviceRequest request, Draft draft)
    {
        var owner = DeviceOwner.Of(request.UserName, draft.Call, draft.Account);
        var device = draft.Account.RequireDeviceOf(owner, request.SerialNumber);
        var proven = OneTimeCodes.AcceptPair(
            draft.Call.Installation, draft.Account.Id, device, request.AuthenticationCode1, request.AuthenticationCode2, OneTimeCodes.ResyncRange, draft.Now);
        draft.Put(proven ?? throw Devices.WrongCode());
        return new();
    }
}

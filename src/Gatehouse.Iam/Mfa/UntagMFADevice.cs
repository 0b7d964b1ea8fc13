using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Mfa;

/// <summary>Takes tags off a device; keys that are not there are no mistake.</summary>
internal sealed class UntagMFADevice : IWrite<UntagMFADeviceRequest, UntagMFADeviceResponse>
{
    public static Arn Target(UntagMFADeviceRequest request, Call call) => Devices.Target(request.SerialNumber, call);

    public static void Require(UntagMFADeviceRequest request, Call call, Requirements needs) =>
        Devices.Require(request.SerialNumber, call, needs).Key("aws:TagKeys", request.TagKeys);

    public static UntagMFADeviceResponse Handle(UntagMFADeviceRequest request, Draft draft)
    {
        var device = draft.Account.RequireDevice(request.SerialNumber);
        draft.Put(device with { Tags = Tags.Without(device.Tags, request.TagKeys, StringComparer.Ordinal) });
        return new();
    }
}

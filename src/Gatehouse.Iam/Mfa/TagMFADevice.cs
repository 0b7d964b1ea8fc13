using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Mfa;

/// <summary>Sets tags of a device.</summary>
internal sealed class TagMFADevice : IWrite<TagMFADeviceRequest, TagMFADeviceResponse>
{
    public static Arn Target(TagMFADeviceRequest request, Call call) => Devices.Target(request.SerialNumber, call);

    public static void Require(TagMFADeviceRequest request, Call call, Requirements needs) =>
        Devices.Require(request.SerialNumber, call, needs).RequestTags(Tags.Read(request.Tags));

    public static TagMFADeviceResponse Handle(TagMFADeviceRequest request, Draft draft)
    {
        var device = draft.Account.RequireDevice(request.SerialNumber);
        draft.Put(device with { Tags = Tags.Merge(device.Tags, request.Tags, StringComparer.Ordinal) });
        return new();
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Mfa;

/// <summary>Lists the tags of a device, in the order of their keys.</summary>
internal sealed class ListMFADeviceTags : IRead<ListMFADeviceTagsRequest, ListMFADeviceTagsResponse>
{
    public static Arn Target(ListMFADeviceTagsRequest request, Call call) => Devices.Target(request.SerialNumber, call);

    public static void Require(ListMFADeviceTagsRequest request, Call call, Requirements needs) => Devices.Require(request.SerialNumber, call, needs);

    public static ListMFADeviceTagsResponse Handle(ListMFADeviceTagsRequest request, Call call)
    {
        var page = Tags.List(call.Account.RequireDevice(request.SerialNumber).Tags, request.Marker, request.MaxItems);
        return new() { Tags = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}

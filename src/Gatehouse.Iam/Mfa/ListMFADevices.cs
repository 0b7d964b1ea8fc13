using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Contracts.Iam.Shapes;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Mfa;

/// <summary>Lists the devices of a user or of root, of whatever kind, in the order of their serial numbers.</summary>
internal sealed class ListMFADevices : IRead<ListMFADevicesRequest, ListMFADevicesResponse>
{
    public static Arn Target(ListMFADevicesRequest request, Call call) => DeviceOwner.Target(request.UserName, call);

    public static void Require(ListMFADevicesRequest request, Call call, Requirements needs) => DeviceOwner.Require(request.UserName, call, needs);

    public static ListMFADevicesResponse Handle(ListMFADevicesRequest request, Call call)
    {
        var owner = DeviceOwner.Of(request.UserName, call, call.Account);
        var devices = call.Account.MfaDevices.OwnedBy(owner.Holder).OrderBy(device => device.SerialNumber, StringComparer.Ordinal);
        var page = Paging.Of(devices, device => device.SerialNumber, request.Marker, request.MaxItems);
        return new()
        {
            // INVARIANT: a device that has a holder was given to it at some time.
            MFADevices = page.Items.Select(device => new MFADevice
            {
                UserName = owner.Name,
                SerialNumber = device.SerialNumber,
                EnableDate = device.Enabled!.Value,
            }).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}

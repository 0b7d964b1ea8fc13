using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Contracts.Iam.Shapes;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Mfa;

/// <summary>Lists the virtual devices of the account, whosoever they are, with the users that have them.</summary>
internal sealed class ListVirtualMFADevices : IRead<ListVirtualMFADevicesRequest, ListVirtualMFADevicesResponse>
{
    public static Arn Target(ListVirtualMFADevicesRequest request, Call call) => Arn.Iam(call.Account.Id, "mfa/");

    public static ListVirtualMFADevicesResponse Handle(ListVirtualMFADevicesRequest request, Call call)
    {
        Func<MfaDevice, bool> where = request.AssignmentStatus switch
        {
            AssignmentStatusType.Assigned => device => device is { Kind: MfaDeviceKind.Virtual, Holder: not null },
            AssignmentStatusType.Unassigned => device => device is { Kind: MfaDeviceKind.Virtual, Holder: null },
            _ => device => device.Kind == MfaDeviceKind.Virtual,
        };
        var page = Paging.Of(call.Account.MfaDevices, request.Marker, request.MaxItems, where);
        return new()
        {
            // AWS: the list shows no tags.
            VirtualMFADevices = page.Items.Select(device => new VirtualMFADevice
            {
                SerialNumber = device.SerialNumber,
                EnableDate = device.Enabled,
                User = HolderOf(device, call.Account),
            }).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }

    private static Contracts.Iam.Shapes.User? HolderOf(MfaDevice device, Accounts.Account account) => device.Holder switch
    {
        null => null,
        Accounts.Account.RootOwner => GetUser.DescribeRoot(account),
        _ => DeviceOwner.UserOf(device, account)?.DescribeListed(account)
            ?? throw new InvalidOperationException($"The device {device.SerialNumber} belongs to no user."),
    };
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Mfa;

/// <summary>Shows a device: whose it is, since when, and what a security key is certified for [AU-617].</summary>
internal sealed class GetMFADevice : IRead<GetMFADeviceRequest, GetMFADeviceResponse>
{
    // AWS checks it on a user: the one that is named, or the one that has the device.
    public static Arn Target(GetMFADeviceRequest request, Call call) =>
        HolderOf(request, call) == Accounts.Account.RootOwner ? Arn.Root(call.Account.Id) : DeviceOwner.Target(NameOf(request, call), call);

    public static void Require(GetMFADeviceRequest request, Call call, Requirements needs)
    {
        if (HolderOf(request, call) != Accounts.Account.RootOwner)
        {
            DeviceOwner.Require(NameOf(request, call), call, needs);
        }
    }

    public static GetMFADeviceResponse Handle(GetMFADeviceRequest request, Call call)
    {
        var account = call.Account;
        var device = request.UserName is null
            ? account.RequireDevice(request.SerialNumber)
            : account.RequireDeviceOf(DeviceOwner.Of(request.UserName, call, account), request.SerialNumber);
        return new()
        {
            UserName = device.Holder == Accounts.Account.RootOwner ? DeviceOwner.RootName : DeviceOwner.UserOf(device, account)?.Name,
            SerialNumber = device.SerialNumber,
            EnableDate = device.Enabled,
            Certifications = device.Passkey?.Certifications,
        };
    }

    private static string? HolderOf(GetMFADeviceRequest request, Call call) =>
        request.UserName is null ? call.Account.MfaDevices.Find(request.SerialNumber)?.Holder : null;

    private static string? NameOf(GetMFADeviceRequest request, Call call) =>
        request.UserName ?? call.Account.Users.FindById(HolderOf(request, call))?.Name;
}

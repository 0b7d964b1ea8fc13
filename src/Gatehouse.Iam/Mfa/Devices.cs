using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.Mfa;

/// <summary>Looks devices up as the operations do.</summary>
internal static class Devices
{
    /// <summary>The device of a serial number.</summary>
    /// <exception cref="NoSuchEntityException">There is none.</exception>
    internal static MfaDevice RequireDevice(this Accounts.Account account, string serialNumber) =>
        account.MfaDevices.Find(serialNumber) ?? throw Missing(serialNumber);

    /// <summary>A device that the owner has.</summary>
    /// <exception cref="NoSuchEntityException">There is none of this serial number, or it is not the owner's: AWS says the same of both.</exception>
    internal static MfaDevice RequireDeviceOf(this Accounts.Account account, DeviceOwner owner, string serialNumber) =>
        account.MfaDevices.Find(serialNumber) is { } device && string.Equals(device.Holder, owner.Holder, StringComparison.Ordinal)
            ? device
            : throw new NoSuchEntityException("MFA Device invalid for user.");

    /// <summary>What a call is checked on that names a device and no user.</summary>
    internal static Arn Target(string serialNumber, Call call) =>
        call.Account.MfaDevices.Find(serialNumber)?.ArnIn(call.Account.Id) ?? MfaDevice.ArnOf(call.Account.Id, serialNumber);

    /// <summary>Adds the tags of the device.</summary>
    internal static Requirements Require(string serialNumber, Call call, Requirements needs) =>
        needs.ResourceTags(call.Account.MfaDevices.Find(serialNumber)?.Tags, service: null);

    /// <summary>The refusal of a serial number that no device has.</summary>
    internal static NoSuchEntityException Missing(string serialNumber) => new($"VirtualMFADevice with serial number {serialNumber} doesn't exist.");

    /// <summary>The refusal of codes that are wrong, spent or not consecutive.</summary>
    internal static InvalidAuthenticationCodeException WrongCode() => new("Authentication code for device is not valid.");
}

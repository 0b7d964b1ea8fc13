using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Mfa;

/// <summary>Gives a device to a user or to root, who proves to hold it by two codes that follow each other [AU-603].</summary>
/// <remarks>
/// Hardware tokens are known by the seed that was brought in. Security keys are registered on a page of ours, which verified what the key
/// said and calls this operation in the user's name: they show no codes, and no request from outside brings one [AU-600].
/// </remarks>
internal sealed class EnableMFADevice : IWrite<EnableMFADeviceRequest, EnableMFADeviceResponse>
{
    public static Arn Target(EnableMFADeviceRequest request, Call call) => DeviceOwner.Target(request.UserName, call);

    public static void Require(EnableMFADeviceRequest request, Call call, Requirements needs)
    {
        DeviceOwner.Require(request.UserName, call, needs);
        if (needs.Checks[0].Resource == call.Caller.PrincipalArn)
        {
            Enrolling.Grant(call, needs);
        }

        if (call.Passkey is not null)
        {
            // AWS asks twice: before the key is made, and when it is taken. What a key is certified for we do not know, so those condition keys are absent.
            needs.Again("iam:RegisterSecurityKey", "Create").Key("iam:RegisterSecurityKey", "Activate");
        }
    }

    public static EnableMFADeviceResponse Handle(EnableMFADeviceRequest request, Draft draft)
    {
        var account = draft.Account;
        var owner = DeviceOwner.Of(request.UserName, draft.Call, account);
        Enrolling.Require(owner, draft);
        if (draft.Call.Passkey is { } passkey)
        {
            draft.Put(Register(request.SerialNumber, passkey, owner, draft));
            return new();
        }

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

    private static MfaDevice Register(string serialNumber, Passkey passkey, DeviceOwner owner, Draft draft)
    {
        var account = draft.Account;
        var user = owner.Holder == Accounts.Account.RootOwner ? null : owner.Name;
        if (!serialNumber.StartsWith(MfaDevice.PasskeySerialOf(account.Id, user), StringComparison.Ordinal))
        {
            throw Devices.Missing(serialNumber);
        }

        if (account.MfaDevices.Contains(serialNumber) || account.MfaDevices.Any(device => device.Passkey?.CredentialId == passkey.CredentialId))
        {
            throw new EntityAlreadyExistsException($"MFADevice with serial number {serialNumber} is already in use.");
        }

        Quotas.Require("MFADevicesPerUser", Quotas.MfaDevicesPerUser, account.MfaDevices.OwnedBy(owner.Holder).Length);
        return new()
        {
            SerialNumber = serialNumber,
            Kind = MfaDeviceKind.SecurityKey,
            Created = draft.Now,
            Holder = owner.Holder,
            Enabled = draft.Now,
            Passkey = passkey,
        };
    }
}

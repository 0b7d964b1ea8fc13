using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Mfa;

/// <summary>Deletes a virtual device that is nobody's [AU-617].</summary>
internal sealed class DeleteVirtualMFADevice : IWrite<DeleteVirtualMFADeviceRequest, DeleteVirtualMFADeviceResponse>
{
    public static Arn Target(DeleteVirtualMFADeviceRequest request, Call call) => Devices.Target(request.SerialNumber, call);

    public static void Require(DeleteVirtualMFADeviceRequest request, Call call, Requirements needs) => Devices.Require(request.SerialNumber, call, needs);

    public static DeleteVirtualMFADeviceResponse Handle(DeleteVirtualMFADeviceRequest request, Draft draft)
    {
        var device = draft.Account.RequireDevice(request.SerialNumber);
        if (device.Kind != MfaDeviceKind.Virtual)
        {
            throw Devices.Missing(request.SerialNumber);
        }

        if (device.Holder is not null)
        {
            throw new DeleteConflictException("MFA VirtualDevice in use. Must deactivate first.");
        }

        draft.Remove(device);
        return new();
    }
}

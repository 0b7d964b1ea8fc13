using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.Iam.Mfa;

/// <summary>Makes a device that is nobody's yet. This answer is the only one that ever shows its seed [AU-601].</summary>
internal sealed class CreateVirtualMFADevice : IWrite<CreateVirtualMFADeviceRequest, CreateVirtualMFADeviceResponse>
{
    private const int LongestName = 226;

    public static Arn Target(CreateVirtualMFADeviceRequest request, Call call) => Arn.Iam(call.Account.Id, $"mfa{request.Path ?? "/"}{request.VirtualMFADeviceName}");

    public static void Require(CreateVirtualMFADeviceRequest request, Call call, Requirements needs)
    {
        needs.RequestTags(Tags.Read(request.Tags));
        Enrolling.Grant(call, needs);
    }

    public static CreateVirtualMFADeviceResponse Handle(CreateVirtualMFADeviceRequest request, Draft draft)
    {
        var account = draft.Account;
        if (request.VirtualMFADeviceName.Length > LongestName)
        {
            // The model states no limit here, AWS's documents do.
            throw new CommonException(
                CommonError.Validation,
                $"1 validation error detected: Value '{Echo.Of(request.VirtualMFADeviceName)}' at 'virtualMFADeviceName' failed to satisfy constraint: Member must have length less than or equal to {LongestName}");
        }

        var serial = Target(request, draft.Call).Text;
        if (account.MfaDevices.Contains(serial))
        {
            throw new EntityAlreadyExistsException("MFADevice entity at the same path and name already exists.");
        }

        var device = new MfaDevice
        {
            SerialNumber = serial,
            Kind = MfaDeviceKind.Virtual,
            Created = draft.Now,
            Seed = OneTimeCodes.DrawSeed(draft.Call.Installation, account.Id, serial, out var base32),
            Tags = Tags.New(request.Tags, StringComparer.Ordinal),
        };
        draft.Put(device);
        return new()
        {
            VirtualMFADevice = new()
            {
                SerialNumber = serial,
                Base32StringSeed = base32,
                QRCodePNG = Enrolment.Picture(Enrolment.Address(request.VirtualMFADeviceName, account.Id, base32)),
                Tags = device.Tags.Describe(),
            },
        };
    }
}

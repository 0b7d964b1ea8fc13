using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Sts;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Callers;

/// <summary>Tells the account of an access key id, whether or not there is such a key [AU-323].</summary>
internal sealed class GetAccessKeyInfo : IRead<GetAccessKeyInfoRequest, GetAccessKeyInfoResponse>
{
    public static Arn Target(GetAccessKeyInfoRequest request, Call call) => Arn.Any;

    public static GetAccessKeyInfoResponse Handle(GetAccessKeyInfoRequest request, Call call)
    {
        // [AU-210]: of an imported key the stored row decides, whatever account its id seems to carry.
        if (call.Installation.Names.OwnerOf("accesskey", request.AccessKeyId) is { } owner)
        {
            return new() { Account = owner };
        }

        return request.AccessKeyId.AsSpan() is ['A', 'K' or 'S', 'I', 'A', ..] && AccessKeyIds.TryReadAccount(request.AccessKeyId, out var account)
            ? new() { Account = account }
            : throw new CommonException(CommonError.Validation, $"{Echo.Of(request.AccessKeyId)} is invalid");
    }
}

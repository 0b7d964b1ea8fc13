using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Sts;
using Gatehouse.Operations;

namespace Gatehouse.Sts.Callers;

/// <summary>Tells callers who they are. Needs no permission, and no policy can refuse it [PE-13, AU-319].</summary>
/// <remarks>The call that is sent most: it costs one small object, whose texts the caller holds already.</remarks>
internal sealed class GetCallerIdentity : IRead<GetCallerIdentityRequest, GetCallerIdentityResponse>
{
    public static bool NeedsPermission => false;

    public static Arn Target(GetCallerIdentityRequest request, Call call) => Arn.Any;

    public static GetCallerIdentityResponse Handle(GetCallerIdentityRequest request, Call call) => new()
    {
        UserId = call.Caller.UserId,
        Account = call.Account.Id,
        Arn = call.Caller.Arn.Text,
    };
}

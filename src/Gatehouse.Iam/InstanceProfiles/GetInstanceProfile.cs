using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.InstanceProfiles;

/// <summary>Shows an instance profile with its role.</summary>
/// <remarks>Waits for the accounts of the users and roles that the role's trust policy names.</remarks>
internal sealed class GetInstanceProfile : IReach<GetInstanceProfileRequest, GetInstanceProfileResponse>
{
    public static bool Changes => false;

    public static Arn Target(GetInstanceProfileRequest request, Call call) => ProfileSubject.Target(request.InstanceProfileName, call);

    public static void Require(GetInstanceProfileRequest request, Call call, Requirements needs) =>
        ProfileSubject.Require(request.InstanceProfileName, call, needs);

    public static async ValueTask<GetInstanceProfileResponse> HandleAsync(GetInstanceProfileRequest request, Reach reach, CancellationToken cancel)
    {
        var profile = reach.Call.Account.RequireProfile(request.InstanceProfileName);
        var shape = await ProfileShape.OfAsync([profile], reach, cancel);
        return new() { InstanceProfile = shape.Describe(profile, profile.Tags.DescribeAll()) };
    }
}

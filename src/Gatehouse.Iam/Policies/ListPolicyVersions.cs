using System.Globalization;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Policies;

/// <summary>Lists the versions of a managed policy, newest first, without their texts.</summary>
internal sealed class ListPolicyVersions : IRead<ListPolicyVersionsRequest, ListPolicyVersionsResponse>
{
    public static Arn Target(ListPolicyVersionsRequest request, Call call) => new(request.PolicyArn);

    public static void Require(ListPolicyVersionsRequest request, Call call, Requirements needs) => PolicySubject.Require(request.PolicyArn, call, needs);

    public static ListPolicyVersionsResponse Handle(ListPolicyVersionsRequest request, Call call)
    {
        var policy = call.RequirePolicy(request.PolicyArn);
        var page = Paging.Of(policy.Versions.Reverse(), KeyOf, request.Marker, request.MaxItems);
        return new()
        {
            Versions = page.Items.Select(version => version.DescribeListed(policy)).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }

    // Pages follow ascending keys, and the newest version comes first.
    private static string KeyOf(PolicyVersion version) => (int.MaxValue - version.Number).ToString("D10", CultureInfo.InvariantCulture);
}

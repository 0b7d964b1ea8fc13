using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Shows an application.</summary>
internal sealed class DescribeApplication : IRead<DescribeApplicationRequest, DescribeApplicationResponse>
{
    public static Arn Target(DescribeApplicationRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(DescribeApplicationRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static DescribeApplicationResponse Handle(DescribeApplicationRequest request, Call call)
    {
        var shape = call.Account.RequireApplication(request.ApplicationArn).Describe(call.Account);
        return new()
        {
            ApplicationArn = shape.ApplicationArn,
            ApplicationProviderArn = shape.ApplicationProviderArn,
            Name = shape.Name,
            ApplicationAccount = shape.ApplicationAccount,
            InstanceArn = shape.InstanceArn,
            IdentityStoreArn = shape.IdentityStoreArn,
            Status = shape.Status,
            PortalOptions = shape.PortalOptions,
            Description = shape.Description,
            CreatedDate = shape.CreatedDate,
            CreatedFrom = shape.CreatedFrom,
        };
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.AccessControl;

/// <summary>Shows which attributes of people become tags of their sessions.</summary>
internal sealed class DescribeInstanceAccessControlAttributeConfiguration : IRead<DescribeInstanceAccessControlAttributeConfigurationRequest, DescribeInstanceAccessControlAttributeConfigurationResponse>
{
    public static Arn Target(DescribeInstanceAccessControlAttributeConfigurationRequest request, Call call) => new(request.InstanceArn);

    public static void Require(DescribeInstanceAccessControlAttributeConfigurationRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static DescribeInstanceAccessControlAttributeConfigurationResponse Handle(DescribeInstanceAccessControlAttributeConfigurationRequest request, Call call)
    {
        var attributes = call.Account.RequireInstance(request.InstanceArn).RequireAttributes();
        return new()
        {
            Status = InstanceAccessControlAttributeConfigurationStatus.ENABLED,
            InstanceAccessControlAttributeConfiguration = Attributes.Describe(attributes),
        };
    }
}

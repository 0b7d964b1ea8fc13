using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Shows a kind of applications.</summary>
internal sealed class DescribeApplicationProvider : IRead<DescribeApplicationProviderRequest, DescribeApplicationProviderResponse>
{
    public static Arn Target(DescribeApplicationProviderRequest request, Call call) => new(request.ApplicationProviderArn);

    public static DescribeApplicationProviderResponse Handle(DescribeApplicationProviderRequest request, Call call)
    {
        var provider = ApplicationProviders.Require(request.ApplicationProviderArn);
        return new()
        {
            ApplicationProviderArn = provider.ApplicationProviderArn,
            FederationProtocol = provider.FederationProtocol,
            DisplayData = provider.DisplayData,
            ResourceServerConfig = provider.ResourceServerConfig,
        };
    }
}

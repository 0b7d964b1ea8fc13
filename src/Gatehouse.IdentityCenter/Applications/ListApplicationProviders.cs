using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Lists the kinds of applications that can be made.</summary>
internal sealed class ListApplicationProviders : IRead<ListApplicationProvidersRequest, ListApplicationProvidersResponse>
{
    public static Arn Target(ListApplicationProvidersRequest request, Call call) => new("arn:aws:sso::aws:applicationProvider/*");

    public static ListApplicationProvidersResponse Handle(ListApplicationProvidersRequest request, Call call)
    {
        var page = Pages.Of(ApplicationProviders.All, provider => provider.ApplicationProviderArn, request.NextToken, request.MaxResults);
        return new() { ApplicationProviders = page.Items, NextToken = page.Marker };
    }
}

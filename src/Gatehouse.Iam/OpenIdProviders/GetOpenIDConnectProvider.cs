using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.OpenIdProviders;

/// <summary>Shows an OpenID Connect provider.</summary>
internal sealed class GetOpenIDConnectProvider : IRead<GetOpenIDConnectProviderRequest, GetOpenIDConnectProviderResponse>
{
    public static Arn Target(GetOpenIDConnectProviderRequest request, Call call) => new(request.OpenIDConnectProviderArn);

    public static void Require(GetOpenIDConnectProviderRequest request, Call call, Requirements needs) =>
        OpenIdSubject.Require(request.OpenIDConnectProviderArn, call, needs);

    public static GetOpenIDConnectProviderResponse Handle(GetOpenIDConnectProviderRequest request, Call call)
    {
        var provider = call.Account.RequireOpenId(request.OpenIDConnectProviderArn);
        return new()
        {
            // AWS: the URL comes back without its scheme.
            Url = provider.Name,
            ClientIDList = provider.ClientIds,
            ThumbprintList = provider.Thumbprints,
            CreateDate = provider.Created,
            Tags = provider.Tags.DescribeAll(),
        };
    }
}

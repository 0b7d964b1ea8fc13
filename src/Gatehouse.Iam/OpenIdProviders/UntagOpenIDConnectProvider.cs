using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.OpenIdProviders;

/// <summary>Takes tags off an OpenID Connect provider; keys it does not have are passed over.</summary>
internal sealed class UntagOpenIDConnectProvider : IWrite<UntagOpenIDConnectProviderRequest, UntagOpenIDConnectProviderResponse>
{
    public static Arn Target(UntagOpenIDConnectProviderRequest request, Call call) => new(request.OpenIDConnectProviderArn);

    public static void Require(UntagOpenIDConnectProviderRequest request, Call call, Requirements needs) =>
        OpenIdSubject.Require(request.OpenIDConnectProviderArn, call, needs).Key("aws:TagKeys", request.TagKeys);

    public static UntagOpenIDConnectProviderResponse Handle(UntagOpenIDConnectProviderRequest request, Draft draft)
    {
        var provider = draft.Account.RequireOpenId(request.OpenIDConnectProviderArn);
        draft.Put(provider with { Tags = Tags.Without(provider.Tags, request.TagKeys, StringComparer.Ordinal) });
        return new();
    }
}

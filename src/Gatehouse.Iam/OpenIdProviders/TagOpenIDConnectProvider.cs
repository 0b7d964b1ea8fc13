using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.OpenIdProviders;

/// <summary>Sets tags of an OpenID Connect provider.</summary>
internal sealed class TagOpenIDConnectProvider : IWrite<TagOpenIDConnectProviderRequest, TagOpenIDConnectProviderResponse>
{
    public static Arn Target(TagOpenIDConnectProviderRequest request, Call call) => new(request.OpenIDConnectProviderArn);

    public static void Require(TagOpenIDConnectProviderRequest request, Call call, Requirements needs) =>
        OpenIdSubject.Require(request.OpenIDConnectProviderArn, call, needs).RequestTags(Tags.Read(request.Tags));

    public static TagOpenIDConnectProviderResponse Handle(TagOpenIDConnectProviderRequest request, Draft draft)
    {
        var provider = draft.Account.RequireOpenId(request.OpenIDConnectProviderArn);
        draft.Put(provider with { Tags = Tags.Merge(provider.Tags, request.Tags, StringComparer.Ordinal) });
        return new();
    }
}

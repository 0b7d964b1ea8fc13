using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.OpenIdProviders;

/// <summary>Lists the tags of an OpenID Connect provider, in the order of their keys.</summary>
internal sealed class ListOpenIDConnectProviderTags : IRead<ListOpenIDConnectProviderTagsRequest, ListOpenIDConnectProviderTagsResponse>
{
    public static Arn Target(ListOpenIDConnectProviderTagsRequest request, Call call) => new(request.OpenIDConnectProviderArn);

    public static void Require(ListOpenIDConnectProviderTagsRequest request, Call call, Requirements needs) =>
        OpenIdSubject.Require(request.OpenIDConnectProviderArn, call, needs);

    public static ListOpenIDConnectProviderTagsResponse Handle(ListOpenIDConnectProviderTagsRequest request, Call call)
    {
        var page = Tags.List(call.Account.RequireOpenId(request.OpenIDConnectProviderArn).Tags, request.Marker, request.MaxItems);
        return new() { Tags = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}

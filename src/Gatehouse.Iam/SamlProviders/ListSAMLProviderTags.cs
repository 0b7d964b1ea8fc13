using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SamlProviders;

/// <summary>Lists the tags of a SAML provider, in the order of their keys.</summary>
internal sealed class ListSAMLProviderTags : IRead<ListSAMLProviderTagsRequest, ListSAMLProviderTagsResponse>
{
    public static Arn Target(ListSAMLProviderTagsRequest request, Call call) => new(request.SAMLProviderArn);

    public static void Require(ListSAMLProviderTagsRequest request, Call call, Requirements needs) =>
        SamlSubject.Require(request.SAMLProviderArn, call, needs);

    public static ListSAMLProviderTagsResponse Handle(ListSAMLProviderTagsRequest request, Call call)
    {
        var page = Tags.List(call.Account.RequireSaml(request.SAMLProviderArn).Tags, request.Marker, request.MaxItems);
        return new() { Tags = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.OpenIdProviders;

/// <summary>Makes an OpenID Connect issuer known, so that roles may trust its tokens [AU-400].</summary>
/// <remarks>AWS asks the issuer for a thumbprint when none is given; here none is needed then, for a trusted root must vouch for the issuer [AU-402].</remarks>
internal sealed class CreateOpenIDConnectProvider : IWrite<CreateOpenIDConnectProviderRequest, CreateOpenIDConnectProviderResponse>
{
    public static Arn Target(CreateOpenIDConnectProviderRequest request, Call call) =>
        Arn.Iam(call.Account.Id, $"oidc-provider/{request.Url[(request.Url.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..]}");

    public static void Require(CreateOpenIDConnectProviderRequest request, Call call, Requirements needs)
    {
        needs.RequestTags(Tags.Read(request.Tags));
        if (request.Tags is { Count: > 0 })
        {
            needs.Also("iam:TagOpenIDConnectProvider");
        }
    }

    public static CreateOpenIDConnectProviderResponse Handle(CreateOpenIDConnectProviderRequest request, Draft draft)
    {
        var provider = new OpenIdProvider
        {
            Url = OpenIdUrl.Require(request.Url, draft.Call.Installation.Federation),
            Created = draft.Now,
            Thumbprints = OpenIdSubject.Thumbprints(request.ThumbprintList),
            ClientIds = OpenIdSubject.ClientIds([], request.ClientIDList ?? []),
            Tags = Tags.New(request.Tags, StringComparer.Ordinal),
        };
        if (draft.Account.OpenIdProviders.Contains(provider.Key))
        {
            throw new EntityAlreadyExistsException($"Provider with url {request.Url} already exists.");
        }

        Quotas.Require("OpenIdConnectProvidersPerAccount", Quotas.OpenIdProviders, draft.Account.OpenIdProviders.Count);
        draft.Put(provider);
        return new() { OpenIDConnectProviderArn = provider.ArnIn(draft.Account.Id).Text, Tags = provider.Tags.Describe() };
    }
}

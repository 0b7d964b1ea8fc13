using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SamlProviders;

/// <summary>Sets tags of a SAML provider.</summary>
internal sealed class TagSAMLProvider : IWrite<TagSAMLProviderRequest, TagSAMLProviderResponse>
{
    public static Arn Target(TagSAMLProviderRequest request, Call call) => new(request.SAMLProviderArn);

    public static void Require(TagSAMLProviderRequest request, Call call, Requirements needs) =>
        SamlSubject.Require(request.SAMLProviderArn, call, needs).RequestTags(Tags.Read(request.Tags));

    public static TagSAMLProviderResponse Handle(TagSAMLProviderRequest request, Draft draft)
    {
        var provider = draft.Account.RequireSaml(request.SAMLProviderArn);
        draft.Put(provider with { Tags = Tags.Merge(provider.Tags, request.Tags, StringComparer.Ordinal) });
        return new();
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SamlProviders;

/// <summary>Takes tags off a SAML provider; keys it does not have are passed over.</summary>
internal sealed class UntagSAMLProvider : IWrite<UntagSAMLProviderRequest, UntagSAMLProviderResponse>
{
    public static Arn Target(UntagSAMLProviderRequest request, Call call) => new(request.SAMLProviderArn);

    public static void Require(UntagSAMLProviderRequest request, Call call, Requirements needs) =>
        SamlSubject.Require(request.SAMLProviderArn, call, needs).Key("aws:TagKeys", request.TagKeys);

    public static UntagSAMLProviderResponse Handle(UntagSAMLProviderRequest request, Draft draft)
    {
        var provider = draft.Account.RequireSaml(request.SAMLProviderArn);
        draft.Put(provider with { Tags = Tags.Without(provider.Tags, request.TagKeys, StringComparer.Ordinal) });
        return new();
    }
}

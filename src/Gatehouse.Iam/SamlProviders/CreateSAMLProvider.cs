using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SamlProviders;

/// <summary>Makes a SAML identity provider known, so that roles may trust its assertions [AU-500].</summary>
internal sealed class CreateSAMLProvider : IWrite<CreateSAMLProviderRequest, CreateSAMLProviderResponse>
{
    public static Arn Target(CreateSAMLProviderRequest request, Call call) => SamlProvider.ArnOf(call.Account.Id, request.Name);

    public static void Require(CreateSAMLProviderRequest request, Call call, Requirements needs)
    {
        needs.RequestTags(Tags.Read(request.Tags));
        if (request.Tags is { Count: > 0 })
        {
            needs.Also("iam:TagSAMLProvider");
        }
    }

    public static CreateSAMLProviderResponse Handle(CreateSAMLProviderRequest request, Draft draft)
    {
        var validUntil = SamlSubject.RequireMetadata(request.SAMLMetadataDocument, Target(request, draft.Call), draft);
        if (draft.Account.SamlProviders.Contains(request.Name))
        {
            throw new EntityAlreadyExistsException($"Provider with name {request.Name} already exists.");
        }

        Quotas.Require("SAMLProvidersPerAccount", Quotas.SamlProviders, draft.Account.SamlProviders.Count);
        var provider = new SamlProvider
        {
            Id = draft.NewId("SAMLSP"),
            Name = request.Name,
            Metadata = request.SAMLMetadataDocument,
            Created = draft.Now,
            ValidUntil = validUntil,
            RequiresEncryption = request.AssertionEncryptionMode == "Required",
            Tags = Tags.New(request.Tags, StringComparer.Ordinal),
        };
        draft.Put(request.AddPrivateKey is { } pem ? provider.WithKey(pem, draft) : provider);
        return new() { SAMLProviderArn = provider.ArnIn(draft.Account.Id).Text, Tags = provider.Tags.Describe() };
    }
}

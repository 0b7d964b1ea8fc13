using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SamlProviders;

/// <summary>Changes the metadata, encryption or private keys of a SAML provider; what is not given stays.</summary>
internal sealed class UpdateSAMLProvider : IWrite<UpdateSAMLProviderRequest, UpdateSAMLProviderResponse>
{
    public static Arn Target(UpdateSAMLProviderRequest request, Call call) => new(request.SAMLProviderArn);

    public static void Require(UpdateSAMLProviderRequest request, Call call, Requirements needs) =>
        SamlSubject.Require(request.SAMLProviderArn, call, needs);

    public static UpdateSAMLProviderResponse Handle(UpdateSAMLProviderRequest request, Draft draft)
    {
        var provider = draft.Account.RequireSaml(request.SAMLProviderArn);
        if (request.SAMLMetadataDocument is { } metadata)
        {
            provider = provider with { Metadata = metadata, ValidUntil = SamlSubject.RequireMetadata(metadata, provider.ArnIn(draft.Account.Id), draft) };
        }

        if (request.AssertionEncryptionMode is { } mode)
        {
            provider = provider with { RequiresEncryption = mode == "Required" };
        }

        // One goes before another comes, so that a key can be replaced while two are held.
        provider = request.RemovePrivateKey is { } old ? provider.WithoutKey(old) : provider;
        draft.Put(request.AddPrivateKey is { } pem ? provider.WithKey(pem, draft) : provider);
        return new() { SAMLProviderArn = provider.ArnIn(draft.Account.Id).Text };
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SamlProviders;

/// <summary>Shows a SAML provider with its metadata; of its private keys the ids alone.</summary>
internal sealed class GetSAMLProvider : IRead<GetSAMLProviderRequest, GetSAMLProviderResponse>
{
    public static Arn Target(GetSAMLProviderRequest request, Call call) => new(request.SAMLProviderArn);

    public static void Require(GetSAMLProviderRequest request, Call call, Requirements needs) =>
        SamlSubject.Require(request.SAMLProviderArn, call, needs);

    public static GetSAMLProviderResponse Handle(GetSAMLProviderRequest request, Call call)
    {
        var provider = call.Account.RequireSaml(request.SAMLProviderArn);
        return new()
        {
            SAMLProviderUUID = provider.Id,
            SAMLMetadataDocument = provider.Metadata,
            CreateDate = provider.Created,
            ValidUntil = provider.ValidUntil,
            Tags = provider.Tags.DescribeAll(),
            AssertionEncryptionMode = provider.RequiresEncryption ? "Required" : "Allowed",
            PrivateKeyList = provider.PrivateKeys.Select(key => new Contracts.Iam.Shapes.SAMLPrivateKey { KeyId = key.Id, Timestamp = key.Added }).ToList(),
        };
    }
}

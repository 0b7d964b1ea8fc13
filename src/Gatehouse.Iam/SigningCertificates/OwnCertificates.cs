using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccessKeys;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.SigningCertificates;

/// <summary>What the operations on signing certificates have in common.</summary>
internal static class OwnCertificates
{
    /// <summary>One of the certificates of an owner.</summary>
    /// <exception cref="NoSuchEntityException">There is none of this id, or it is another's.</exception>
    internal static SigningCertificate RequireCertificate(this KeyOwner owner, Account account, string id) =>
        account.SigningCertificates.Find(id) is { } certificate && certificate.Owner == owner.Owner
            ? certificate
            : throw new NoSuchEntityException($"The Certificate with id {id} cannot be found.");

    /// <summary>The certificate as the wire shows it.</summary>
    internal static Shapes.SigningCertificate Describe(this SigningCertificate certificate, KeyOwner owner) => new()
    {
        UserName = owner.Name,
        CertificateId = certificate.Id,
        CertificateBody = certificate.Body,
        Status = certificate.Status.ToString(),
        UploadDate = certificate.Uploaded,
    };
}

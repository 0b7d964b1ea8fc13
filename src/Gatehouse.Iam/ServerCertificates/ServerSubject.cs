using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.ServerCertificates;

/// <summary>The server certificate that a call names.</summary>
internal static class ServerSubject
{
    /// <summary>The ARN of the certificate, whether or not there is one [PE-10].</summary>
    internal static Arn Target(string name, Call call) =>
        call.Account.ServerCertificates.Find(name) is { } certificate ? certificate.ArnIn(call.Account.Id) : ServerCertificate.ArnOf(call.Account.Id, "/", name);

    /// <summary>Adds the certificate's tags.</summary>
    internal static Requirements Require(string name, Call call, Requirements needs) =>
        needs.ResourceTags(call.Account.ServerCertificates.Find(name)?.Tags, service: null);

    /// <summary>The certificate of a name.</summary>
    /// <exception cref="NoSuchEntityException">There is none.</exception>
    internal static ServerCertificate RequireServerCertificate(this Account account, string name) =>
        account.ServerCertificates.Find(name) ?? throw new NoSuchEntityException($"The Server Certificate with name {name} cannot be found.");

    /// <summary>The refusal of a name that is taken.</summary>
    internal static EntityAlreadyExistsException Taken(string name) => new($"The Server Certificate with name {name} already exists.");

    /// <summary>What the wire shows of the certificate everywhere.</summary>
    internal static Shapes.ServerCertificateMetadata Describe(this ServerCertificate certificate, Account account) => new()
    {
        Path = certificate.Path,
        ServerCertificateName = certificate.Name,
        ServerCertificateId = certificate.Id,
        Arn = certificate.ArnIn(account.Id).Text,
        UploadDate = certificate.Uploaded,
        Expiration = certificate.Expires,
    };
}

using Gatehouse.Accounts;
using Gatehouse.Contracts.RolesAnywhere.Shapes;

namespace Gatehouse.RolesAnywhere.Subjects;

/// <summary>A subject as the wire shows it.</summary>
internal static class SubjectShape
{
    internal static SubjectSummary Summarize(this SubjectUse subject, string account) => new()
    {
        SubjectArn = SubjectUse.ArnOf(subject.Region, account, subject.Id).Text,
        SubjectId = subject.Id,
        Enabled = true,
        X509Subject = subject.Name,
        LastSeenAt = subject.Seen,
        CreatedAt = subject.Created,
        UpdatedAt = subject.Seen,
    };

    internal static SubjectDetail Describe(this SubjectUse subject, string account) => new()
    {
        SubjectArn = SubjectUse.ArnOf(subject.Region, account, subject.Id).Text,
        SubjectId = subject.Id,
        Enabled = true,
        X509Subject = subject.Name,
        LastSeenAt = subject.Seen,
        CreatedAt = subject.Created,
        UpdatedAt = subject.Seen,
        Credentials = subject.Certificates.Select(one => new CredentialSummary
        {
            SeenAt = one.Seen,
            SerialNumber = one.SerialNumber,
            Issuer = one.Issuer,
            Enabled = true,
            X509CertificateData = one.Pem,
            Failed = one.Failed,
        }).ToList(),
        InstanceProperties = subject.Properties.Select(one => new InstanceProperty { SeenAt = one.Seen, Properties = one.Properties, Failed = one.Failed }).ToList(),
    };
}

using System.Collections.Immutable;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts;

/// <summary>What was seen of one subject of certificates: who asked for sessions of IAM Roles Anywhere, with what, and from where.</summary>
public sealed record SubjectUse
{
    private const int MostKept = 20;

    /// <summary>Its id: a UUID that follows from account, region and name.</summary>
    public required string Id { get; init; }

    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The subject's distinguished name, as certificates write it.</summary>
    public required string Name { get; init; }

    /// <summary>When it was seen first.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>When it was seen last.</summary>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>The certificates it showed, the last one first; the twenty that were seen last.</summary>
    public ImmutableArray<SubjectCertificate> Certificates { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What it said of where it runs, the last one first; the twenty that were seen last.</summary>
    public ImmutableArray<SubjectProperties> Properties { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The ARN of a subject.</summary>
    public static Arn ArnOf(string region, string account, string id) => new($"arn:aws:rolesanywhere:{region}:{account}:subject/{id}");

    /// <summary>The subject with one more request seen.</summary>
    public SubjectUse With(SubjectCertificate certificate, SubjectProperties? properties) => this with
    {
        Seen = certificate.Seen,
        Certificates = [certificate, .. Certificates.Where(other => other.SerialNumber != certificate.SerialNumber || other.Issuer != certificate.Issuer).Take(MostKept - 1)],
        Properties = properties is null ? Properties : [properties, .. Properties.Where(other => !other.IsSame(properties)).Take(MostKept - 1)],
    };
}

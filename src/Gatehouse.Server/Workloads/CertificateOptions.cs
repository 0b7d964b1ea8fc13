namespace Gatehouse.Server.Workloads;

/// <summary>What a client of IAM Roles Anywhere is told: the options of AWS's own helper, by their names.</summary>
internal sealed record CertificateOptions
{
    /// <summary>The file of the certificate, as PEM.</summary>
    internal required string Certificate { get; init; }

    /// <summary>The file of its private key, as PEM, not encrypted.</summary>
    internal required string PrivateKey { get; init; }

    /// <summary>The file of the certificates between it and the trust anchor, as PEM; null when there are none.</summary>
    internal string? Intermediates { get; init; }

    /// <summary>The ARN of the trust anchor.</summary>
    internal required string TrustAnchorArn { get; init; }

    /// <summary>The ARN of the profile.</summary>
    internal required string ProfileArn { get; init; }

    /// <summary>The ARN of the role.</summary>
    internal required string RoleArn { get; init; }

    /// <summary>How long the session lasts, in seconds.</summary>
    internal int Seconds { get; init; } = 3600;

    /// <summary>The session's name; null for the certificate's serial number.</summary>
    internal string? SessionName { get; init; }

    /// <summary>The region to sign for; null for that of the trust anchor.</summary>
    internal string? Region { get; init; }

    /// <summary>Where the server is.</summary>
    internal required Uri Endpoint { get; init; }
}

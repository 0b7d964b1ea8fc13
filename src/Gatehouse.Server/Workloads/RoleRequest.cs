using Gatehouse.Accounts.Identity;

namespace Gatehouse.Server.Workloads;

/// <summary>What is asked for, whatever the proof.</summary>
internal sealed record RoleRequest
{
    /// <summary>The ARN of the role.</summary>
    internal required string RoleArn { get; init; }

    /// <summary>How long the session lasts, in seconds.</summary>
    internal required int Seconds { get; init; }

    /// <summary>The session's name; null when none was given.</summary>
    internal string? SessionName { get; init; }

    /// <summary>The region to sign for, and that workloads are told.</summary>
    internal required string Region { get; init; }

    /// <summary>Where the server is.</summary>
    internal required Uri Endpoint { get; init; }

    /// <summary>The account of the role.</summary>
    internal string Account => new Arn(RoleArn).Account;

    /// <summary>The role's name, without its path.</summary>
    internal string RoleName => RoleArn[(RoleArn.LastIndexOf('/') + 1)..];
}

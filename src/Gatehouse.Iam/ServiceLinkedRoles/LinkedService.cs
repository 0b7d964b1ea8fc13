using System.Collections.Frozen;

namespace Gatehouse.Iam.ServiceLinkedRoles;

/// <summary>A service that may own a role in an account: what the role is called, and which policy it holds.</summary>
internal sealed record LinkedService
{
    private static readonly Lazy<FrozenDictionary<string, LinkedService>> Known = new(Read);

    /// <summary>The service principal, such as <c>autoscaling.amazonaws.com</c>.</summary>
    internal required string Principal { get; init; }

    /// <summary>The name of its role, before any suffix.</summary>
    internal required string RoleName { get; init; }

    /// <summary>The ARN of the AWS managed policy that its role holds.</summary>
    internal required string Policy { get; init; }

    /// <summary>Whether an account may have several of its roles, told apart by a suffix.</summary>
    internal bool TakesSuffix { get; init; }

    /// <summary>The path of its roles.</summary>
    internal string Path => PathOf(Principal);

    /// <summary>Who may assume its roles: the service alone.</summary>
    internal string TrustPolicy =>
        $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"{{Principal}}"},"Action":"sts:AssumeRole"}]}""";

    /// <summary>The service of a principal; null when there is none that owns roles. AWS compares to the letter.</summary>
    internal static LinkedService? Find(string principal) => Known.Value.GetValueOrDefault(principal);

    /// <summary>The path under which the roles of a service stand, be there such a service or not.</summary>
    internal static string PathOf(string principal) => $"/aws-service-role/{principal}/";

    /// <summary>The name of its role with a suffix, or without one.</summary>
    internal string NameOf(string? suffix) => suffix is null ? RoleName : $"{RoleName}_{suffix}";

    private static FrozenDictionary<string, LinkedService> Read()
    {
        using var lines = new StreamReader(typeof(LinkedService).Assembly.GetManifestResourceStream("service-linked-roles.txt")!);
        var services = new List<LinkedService>();
        while (lines.ReadLine() is { } line)
        {
            if (line.Split(' ') is [var principal, var role, var policy, .. var rest] && principal != "#")
            {
                services.Add(new()
                {
                    Principal = principal + ".amazonaws.com",
                    RoleName = "AWSServiceRoleFor" + role,
                    Policy = "arn:aws:iam::aws:policy/aws-service-role/" + policy,
                    TakesSuffix = rest is ["S"],
                });
            }
        }

        return services.ToFrozenDictionary(service => service.Principal, StringComparer.Ordinal);
    }
}

using System.Collections.Frozen;
using System.IO.Compression;
using System.Text.Json;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Policies;

/// <summary>AWS's managed policies, the same in every account: <c>arn:aws:iam::aws:policy/…</c>.</summary>
/// <remarks>Read from the assembly on first use; immutable afterwards. Only each policy's default version is known.</remarks>
public sealed class AwsManagedPolicies
{
    private readonly Lazy<(ManagedPolicy[] All, FrozenDictionary<string, ManagedPolicy> ByArn)> policies = new(Read);

    /// <summary>All of them, in the order of their names.</summary>
    public IReadOnlyList<ManagedPolicy> All => policies.Value.All;

    /// <summary>The one with this ARN; null when there is none.</summary>
    public ManagedPolicy? Find(string arn) => policies.Value.ByArn.GetValueOrDefault(arn);

    /// <summary>A managed policy as an account sees it: AWS's, or its own; null when there is none with exactly this ARN.</summary>
    public ManagedPolicy? FindFor(Account account, string arn)
    {
        if (Owns(arn))
        {
            return Find(arn);
        }

        var policy = account.Policies.Find(arn[(arn.LastIndexOf('/') + 1)..]);
        return policy is not null && string.Equals(policy.ArnIn(account.Id).Text, arn, StringComparison.Ordinal) ? policy : null;
    }

    /// <summary>Whether an ARN is of AWS's own, whether or not there is such a policy.</summary>
    public static bool Owns(string arn) => arn.StartsWith("arn:aws:iam::aws:policy/", StringComparison.Ordinal);

    private static (ManagedPolicy[] All, FrozenDictionary<string, ManagedPolicy> ByArn) Read()
    {
        using var resource = typeof(AwsManagedPolicies).Assembly.GetManifestResourceStream("aws-managed-policies.json.gz")!;
        using var plain = new GZipStream(resource, CompressionMode.Decompress);
        using var json = JsonDocument.Parse(plain);
        var all = json.RootElement.GetProperty("policies").EnumerateArray().Select(Describe).ToArray();
        return (all, all.ToFrozenDictionary(policy => policy.ArnIn("aws").Text, StringComparer.Ordinal));
    }

    private static ManagedPolicy Describe(JsonElement row)
    {
        var (name, path) = (row[0].GetString()!, row[1].GetString()!);
        var number = int.Parse(row[2].GetString().AsSpan(1));
        var updated = row[4].GetDateTimeOffset();
        return new()
        {
            Id = IdOf(ManagedPolicy.ArnOf("aws", path, name)),
            Name = name,
            Path = path,
            Created = row[3].GetDateTimeOffset(),
            Updated = updated,
            DefaultVersion = number,
            NextVersion = number + 1,
            Versions = [new(number, row[5].GetRawText(), updated)],
        };
    }

    // The data has no ids; a stable one is derived from the ARN.
    private static string IdOf(Arn arn)
    {
        const string base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(arn.Text));
        return "ANPA" + string.Create(17, hash, static (text, bytes) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                text[i] = base32[bytes[i] % 32];
            }
        });
    }
}

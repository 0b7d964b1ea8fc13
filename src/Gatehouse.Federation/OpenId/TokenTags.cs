using System.Collections.Immutable;
using System.Text.Json;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.Federation.OpenId;

/// <summary>The session tags that a token carries, nested or flat [AU-422].</summary>
internal static class TokenTags
{
    private const string Claim = "https://aws.amazon.com/tags";
    private const string Principal = "principal_tags";
    private const string Transitive = "transitive_tag_keys";

    /// <summary>Reads them.</summary>
    /// <exception cref="ProofException">They have another shape than AWS's.</exception>
    internal static (ImmutableArray<Tag> Tags, ImmutableArray<string> Transitive) Read(JsonElement claims)
    {
        var tags = ImmutableArray.CreateBuilder<Tag>();
        var transitive = ImmutableArray.CreateBuilder<string>();
        foreach (var claim in claims.EnumerateObject())
        {
            if (claim.NameEquals(Claim))
            {
                ReadNested(claim.Value, tags, transitive);
            }
            else if (claim.Name.StartsWith($"{Claim}/{Principal}/", StringComparison.Ordinal))
            {
                tags.Add(new(claim.Name[(Claim.Length + Principal.Length + 2)..], One(claim.Value)));
            }
            else if (claim.Name == $"{Claim}/{Transitive}")
            {
                transitive.AddRange(Many(claim.Value));
            }
        }

        return (tags.DrainToImmutable(), transitive.DrainToImmutable());
    }

    private static void ReadNested(JsonElement claim, ImmutableArray<Tag>.Builder tags, ImmutableArray<string>.Builder transitive)
    {
        foreach (var part in claim.ValueKind == JsonValueKind.Object ? claim.EnumerateObject().ToList() : throw Malformed())
        {
            if (part.NameEquals(Principal))
            {
                foreach (var tag in part.Value.ValueKind == JsonValueKind.Object ? part.Value.EnumerateObject().ToList() : throw Malformed())
                {
                    tags.Add(new(tag.Name, One(tag.Value)));
                }
            }
            else if (part.NameEquals(Transitive))
            {
                transitive.AddRange(Many(part.Value));
            }
            else
            {
                throw Malformed();
            }
        }
    }

    private static string One(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : Many(value) is [var only] ? only : throw Malformed();

    private static List<string> Many(JsonElement value) =>
        value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String)
            ? value.EnumerateArray().Select(item => item.GetString()!).ToList()
            : throw Malformed();

    private static ProofException Malformed() => new(ProofFault.Invalid, "The session tags of the ID Token are not well formed");
}

using System.Text.Json;

namespace Gatehouse.Accounts.Federation;

/// <summary>A token of a trusted token issuer that was checked.</summary>
/// <param name="Subject">Its subject.</param>
/// <param name="Claims">All that it claims, as it says it.</param>
public sealed record ProvenToken(string Subject, JsonElement Claims)
{
    /// <summary>A claim that is text, by its path: names with dots between them; null when there is none.</summary>
    public string? Find(string path)
    {
        var here = Claims;
        foreach (var name in path.Split('.'))
        {
            if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(name, out here))
            {
                return null;
            }
        }

        return here.ValueKind == JsonValueKind.String ? here.GetString() : null;
    }

    /// <summary>Says nothing of what it claims.</summary>
    public override string ToString() => nameof(ProvenToken);
}

using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Gatehouse.Signatures;

/// <summary>The policy of a browser's form: until when it is good, and which fields it may have (AU-143). AWS: "Creating a POST Policy".</summary>
internal sealed class PostPolicy
{
    private const int MostConditions = 200;
    private const string SizeRange = "content-length-range";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 4, AllowDuplicateProperties = false };

    private readonly DateTimeOffset expiration;
    private readonly ImmutableArray<Condition> conditions;

    private PostPolicy(DateTimeOffset expiration, ImmutableArray<Condition> conditions)
    {
        this.expiration = expiration;
        this.conditions = conditions;
    }

    /// <summary>Reads a policy.</summary>
    internal static bool TryRead(string base64, [NotNullWhen(true)] out PostPolicy? policy, [NotNullWhen(false)] out SignatureFault? fault)
    {
        (policy, fault) = (null, null);
        try
        {
            using var document = JsonDocument.Parse(Convert.FromBase64String(base64), Options);
            policy = Read(document.RootElement);
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException)
        {
            fault = Faults.OfS3(FaultKind.PolicyDocument, unreadable is PolicyException ? unreadable.Message : "Invalid Policy: Invalid JSON.");
        }

        return policy is not null;
    }

    /// <summary>Whether a form is one that it was signed for; null is the good answer.</summary>
    internal SignatureFault? Check(IReadOnlyDictionary<string, string> fields, string bucket, long fileSize, DateTimeOffset now)
    {
        if (now >= expiration)
        {
            return Refuse("Policy expired.");
        }

        foreach (var condition in conditions)
        {
            if (condition.Name == SizeRange)
            {
                if (fileSize < condition.Least || fileSize > condition.Most)
                {
                    return fileSize > condition.Most
                        ? Faults.OfS3(FaultKind.TooBig, "Your proposed upload exceeds the maximum allowed size")
                        : Faults.OfS3(FaultKind.TooSmall, "Your proposed upload is smaller than the minimum allowed size");
                }

                continue;
            }

            var value = condition.Name == "bucket" ? bucket : fields.GetValueOrDefault(condition.Name) ?? "";
            if (!(condition.IsPrefix ? value.StartsWith(condition.Value, StringComparison.Ordinal) : value == condition.Value))
            {
                return Refuse($"Policy Condition failed: {condition.Text}");
            }
        }

        // A field that the signer has not spoken of is somebody else's.
        var extra = fields.Keys.FirstOrDefault(name => !IsFree(name) && !conditions.Any(condition => condition.Name.Equals(name, StringComparison.OrdinalIgnoreCase)));
        return extra is null ? null : Refuse($"Extra input fields: {Echo.Of(extra.ToLowerInvariant())}");
    }

    private static bool IsFree(string name) =>
        name.ToLowerInvariant() is "x-amz-signature" or "file" or "policy" || name.StartsWith("x-ignore-", StringComparison.OrdinalIgnoreCase);

    private static SignatureFault Refuse(string why) => Faults.OfS3(FaultKind.Deny, "Invalid according to Policy: " + why);

    // What is not known is refused: a condition that nobody checks would be one that is not there.
    private static PostPolicy Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || root.EnumerateObject().FirstOrDefault(static member => member.Name is not ("expiration" or "conditions")) is { Value.ValueKind: not JsonValueKind.Undefined })
        {
            throw new PolicyException("Invalid Policy: Invalid Simple-Condition: the policy holds expiration and conditions.");
        }

        if (!root.TryGetProperty("expiration", out var ends) || ends.ValueKind != JsonValueKind.String
            || !DateTimeOffset.TryParseExact(ends.GetString(), ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.fff'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var expiration))
        {
            throw new PolicyException("Invalid Policy: Invalid 'expiration' value.");
        }

        if (!root.TryGetProperty("conditions", out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostConditions)
        {
            throw new PolicyException("Invalid Policy: Policy missing conditions.");
        }

        return new(expiration, [.. list.EnumerateArray().SelectMany(Conditions)]);
    }

    private static IEnumerable<Condition> Conditions(JsonElement given) => given.ValueKind switch
    {
        JsonValueKind.Object => given.EnumerateObject().Select(static member => Condition.Of("eq", "$" + member.Name, TextOf(member.Value))),
        JsonValueKind.Array when given.GetArrayLength() == 3 => [OfList(given)],
        _ => throw new PolicyException("Invalid Policy: Invalid Condition."),
    };

    private static Condition OfList(JsonElement given)
    {
        var matching = TextOf(given[0]).ToLowerInvariant();
        return matching switch
        {
            SizeRange => given[1].TryGetInt64(out var least) && given[2].TryGetInt64(out var most)
                ? new(SizeRange, "", IsPrefix: false, least, most, "")
                : throw new PolicyException("Invalid Policy: Invalid content-length-range."),
            "eq" or "starts-with" => Condition.Of(matching, TextOf(given[1]), TextOf(given[2])),
            _ => throw new PolicyException($"Invalid Policy: Unknown Condition: {Echo.Of(matching)}."),
        };
    }

    private static string TextOf(JsonElement given) =>
        given.ValueKind == JsonValueKind.String ? given.GetString()! : throw new PolicyException("Invalid Policy: Invalid Condition: a text was expected.");

    private sealed record Condition(string Name, string Value, bool IsPrefix, long Least, long Most, string Text)
    {
        internal static Condition Of(string matching, string variable, string value) => variable is ['$', _, ..]
            ? new(variable[1..].ToLowerInvariant(), value, matching == "starts-with", 0, 0, $"[\"{matching}\", \"{Echo.Of(variable)}\", \"{Echo.Of(value)}\"]")
            : throw new PolicyException("Invalid Policy: Invalid Condition: a field's name begins with $.");
    }

    // Ends the reading; a kind of its own, so that its sentence is told from those of the parser.
    private sealed class PolicyException(string message) : FormatException(message);
}

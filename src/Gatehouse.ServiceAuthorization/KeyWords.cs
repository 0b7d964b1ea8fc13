namespace Gatehouse.ServiceAuthorization;

/// <summary>The words of the data for what a key holds: AWS's, <c>ArrayOf…</c> when there may be several.</summary>
internal static class KeyWords
{
    private const string Many = "ArrayOf";

    internal static AuthorizationKey Read(string name, ReadOnlySpan<char> word)
    {
        var many = word.StartsWith(Many);
        return new(name, TypeOf(many ? word[Many.Length..] : word), many);
    }

    private static KeyType TypeOf(ReadOnlySpan<char> word) => word switch
    {
        "String" => KeyType.String,
        "ARN" => KeyType.Arn,
        "Bool" => KeyType.Bool,
        "Numeric" => KeyType.Numeric,
        "Date" => KeyType.Date,
        "IPAddress" => KeyType.IpAddress,
        _ => throw new InvalidDataException($"A condition key of type {word} is not known."),
    };
}

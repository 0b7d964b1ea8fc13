namespace Gatehouse.Accounts.Audit;

/// <summary>What clients say of themselves and are told, as far as it is kept: a trail must not grow by whatever strangers write.</summary>
public static class AuditText
{
    /// <summary>The most characters.</summary>
    /// <remarks>AWS: CloudTrail keeps a kilobyte of <c>userAgent</c> and of <c>errorMessage</c>.</remarks>
    public const int Most = 1024;

    /// <summary>A text, cut at so many characters.</summary>
    public static string? Cut(string? text) => text is not { Length: > Most } ? text : text[..(char.IsHighSurrogate(text[Most - 1]) ? Most - 1 : Most)];
}

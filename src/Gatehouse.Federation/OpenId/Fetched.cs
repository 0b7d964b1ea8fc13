namespace Gatehouse.Federation.OpenId;

/// <summary>A document that was got.</summary>
/// <param name="Body">Its bytes.</param>
/// <param name="MaxAge">How long the issuer says it holds; null when it does not say.</param>
internal sealed record Fetched(ReadOnlyMemory<byte> Body, TimeSpan? MaxAge);

namespace Gatehouse.Accounts;

/// <summary>When something was last used, and where.</summary>
/// <param name="Time">The first use in a span of fifteen minutes [AU-209].</param>
/// <param name="Service">The signing name of the service that was called.</param>
/// <param name="Region">The region the request was signed for.</param>
public sealed record LastUse(DateTimeOffset Time, string Service, string Region);

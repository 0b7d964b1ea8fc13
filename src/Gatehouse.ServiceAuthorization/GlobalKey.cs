namespace Gatehouse.ServiceAuthorization;

/// <summary>A condition key of every service, <c>aws:…</c>.</summary>
/// <param name="Key">The key.</param>
/// <param name="Group">What it speaks of.</param>
/// <param name="Sensitive">It draws the border between accounts or organizations, so its values should not be wildcards.</param>
/// <param name="Forgeable">The caller writes its value, so nothing should be allowed by it alone.</param>
public sealed record GlobalKey(AuthorizationKey Key, KeyGroup Group, bool Sensitive, bool Forgeable);

namespace Gatehouse.Accounts.Entities;

/// <summary>Whether somebody is told, and how early, that a certificate of a trust anchor is about to expire.</summary>
/// <param name="Event">What is told of, such as <c>CA_CERTIFICATE_EXPIRY</c>.</param>
/// <param name="Enabled">Whether it is told.</param>
/// <param name="Days">How many days before.</param>
/// <param name="Channel">Where it is told: <c>ALL</c>.</param>
/// <param name="SetBy">The account that chose so.</param>
public sealed record ExpiryNotice(string Event, bool Enabled, int Days, string Channel, string SetBy);

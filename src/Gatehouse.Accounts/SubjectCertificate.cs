namespace Gatehouse.Accounts;

/// <summary>A certificate that a subject showed.</summary>
/// <param name="SerialNumber">Its serial number in decimal.</param>
/// <param name="Issuer">The distinguished name of its issuer.</param>
/// <param name="Pem">The certificate.</param>
/// <param name="Seen">When it was seen last.</param>
/// <param name="Failed">Whether it was refused then.</param>
public sealed record SubjectCertificate(string SerialNumber, string Issuer, string Pem, DateTimeOffset Seen, bool Failed);

namespace Gatehouse.ServiceAuthorization;

/// <summary>A service in the list of all of them.</summary>
/// <param name="Prefix">What its actions begin with, such as <c>iam</c>: the service namespace.</param>
/// <param name="Name">Its name, such as <c>AWS Identity and Access Management (IAM)</c>.</param>
/// <param name="ResourceControl">Resource control policies can govern its resources.</param>
public sealed record ServiceEntry(string Prefix, string Name, bool ResourceControl);

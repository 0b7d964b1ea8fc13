namespace Gatehouse.ServiceAuthorization;

/// <summary>A type of resource of a service.</summary>
/// <param name="Name">Its name, such as <c>bucket</c>.</param>
/// <param name="ArnFormat">The form of its ARNs with <c>${Placeholder}</c> parts, such as <c>arn:${Partition}:s3:::${BucketName}</c>.</param>
/// <param name="Keys">The condition keys that speak of it.</param>
public sealed record AuthorizationResource(string Name, string ArnFormat, IReadOnlyList<AuthorizationKey> Keys);

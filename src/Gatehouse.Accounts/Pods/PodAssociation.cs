namespace Gatehouse.Accounts.Pods;

/// <summary>Which role the pods of a service account have [AU-831].</summary>
/// <param name="Namespace">The Kubernetes namespace.</param>
/// <param name="ServiceAccount">The service account in it.</param>
/// <param name="RoleArn">The role, in the cluster's account.</param>
public sealed record PodAssociation(string Namespace, string ServiceAccount, string RoleArn);

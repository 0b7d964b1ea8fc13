namespace Gatehouse.Accounts.Pods;

/// <summary>The pod that a cluster's token speaks of.</summary>
/// <param name="Namespace">Its namespace.</param>
/// <param name="ServiceAccount">Its service account.</param>
/// <param name="Name">Its name.</param>
/// <param name="Uid">Its id, which no other pod ever has.</param>
public sealed record ProvenPod(string Namespace, string ServiceAccount, string Name, string Uid)
{
    /// <summary>For whom tokens of pods are made.</summary>
    public const string Audience = "pods.eks.amazonaws.com";
}

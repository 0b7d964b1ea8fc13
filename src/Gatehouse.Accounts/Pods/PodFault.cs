namespace Gatehouse.Accounts.Pods;

/// <summary>Why a pod gets no role [AU-832].</summary>
public enum PodFault
{
    /// <summary>The token cannot be validated.</summary>
    InvalidToken,

    /// <summary>The token was good once.</summary>
    ExpiredToken,

    /// <summary>The cluster's issuer could not be asked for its keys.</summary>
    Unreachable,

    /// <summary>There is no such cluster, or its service account has no role.</summary>
    NotFound,

    /// <summary>The role does not trust the service, or is not there.</summary>
    Denied,

    /// <summary>What is to be said of the pod does not fit into a session.</summary>
    TooLarge,
}

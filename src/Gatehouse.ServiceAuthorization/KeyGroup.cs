namespace Gatehouse.ServiceAuthorization;

/// <summary>What a global condition key speaks of.</summary>
public enum KeyGroup
{
    /// <summary>Who calls.</summary>
    Principal,

    /// <summary>The session the caller calls with.</summary>
    Session,

    /// <summary>Where the call comes from.</summary>
    Network,

    /// <summary>What is called upon.</summary>
    Resource,

    /// <summary>The call itself.</summary>
    Request,
}

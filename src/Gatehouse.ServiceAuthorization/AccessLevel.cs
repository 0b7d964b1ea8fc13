namespace Gatehouse.ServiceAuthorization;

/// <summary>What an action does to what it is allowed on, as AWS classes it.</summary>
public enum AccessLevel
{
    /// <summary>Sees that things exist.</summary>
    List,

    /// <summary>Sees what is in them.</summary>
    Read,

    /// <summary>Changes tags only.</summary>
    Tagging,

    /// <summary>Makes, changes or removes things.</summary>
    Write,

    /// <summary>Changes who may do what.</summary>
    PermissionsManagement,
}

namespace Gatehouse.Accounts.Entities;

/// <summary>What is asked of the roles of a permission set. The numbers reach the disk: never changed.</summary>
public enum ProvisioningKind
{
    /// <summary>Somebody is to have the set in an account, which makes the role there.</summary>
    AssignmentCreation = 1,

    /// <summary>Somebody is no longer to have it there; when nobody has, the role goes.</summary>
    AssignmentDeletion = 2,

    /// <summary>The roles are to be as the set is now.</summary>
    Provisioning = 3,

    /// <summary>The roles are to go, for the instance is gone.</summary>
    Removal = 4,
}

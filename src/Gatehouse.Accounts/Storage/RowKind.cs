namespace Gatehouse.Accounts.Storage;

/// <summary>What a row means. The numbers reach the disk: never changed.</summary>
public enum RowKind
{
    /// <summary>The entity is now this value.</summary>
    Put = 1,

    /// <summary>The entity is no more.</summary>
    Remove = 2,

    /// <summary>Kept in the history only; no part of the state.</summary>
    Note = 3,
}

namespace Gatehouse.Accounts.Federation;

/// <summary>What became of the wish to spend what is good once.</summary>
public enum Spending
{
    /// <summary>It is spent now, by whoever asked.</summary>
    Done,

    /// <summary>It was spent before, or has ended.</summary>
    Before,

    /// <summary>There are too many to remember one more: nobody may have it.</summary>
    Full,
}

namespace Gatehouse.PolicyEngine;

/// <summary>How the value of the request must stand to the value of the policy.</summary>
internal enum OperatorOrder
{
    /// <summary>The same.</summary>
    Equal,

    /// <summary>Below it.</summary>
    Less,

    /// <summary>Not above it.</summary>
    LessOrEqual,

    /// <summary>Above it.</summary>
    Greater,

    /// <summary>Not below it.</summary>
    GreaterOrEqual,
}

/// <summary>What an order means for a comparison.</summary>
internal static class OperatorOrders
{
    /// <param name="order">The order wanted.</param>
    /// <param name="comparison">Below, at or above zero, as the request's value stands to the policy's.</param>
    internal static bool Holds(this OperatorOrder order, int comparison) => order switch
    {
        OperatorOrder.Equal => comparison == 0,
        OperatorOrder.Less => comparison < 0,
        OperatorOrder.LessOrEqual => comparison <= 0,
        OperatorOrder.Greater => comparison > 0,
        _ => comparison >= 0,
    };
}

namespace Gatehouse.PolicyEngine;

/// <summary>What the values of a condition key are: the family of operators meant for it (PL section 13).</summary>
public enum ConditionKeyType
{
    /// <summary>Text.</summary>
    String,

    /// <summary>An ARN.</summary>
    Arn,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>A number.</summary>
    Numeric,

    /// <summary>A point in time.</summary>
    Date,

    /// <summary>A network address.</summary>
    IpAddress,
}

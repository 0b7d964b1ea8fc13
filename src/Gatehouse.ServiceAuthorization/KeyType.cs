namespace Gatehouse.ServiceAuthorization;

/// <summary>What the values of a condition key are.</summary>
public enum KeyType
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

namespace Gatehouse.PolicyEngine;

/// <summary>What an operator takes its values for (PL section 10).</summary>
internal enum OperatorFamily
{
    /// <summary>Text, equal or not.</summary>
    String,

    /// <summary>Text, equal or not but for case.</summary>
    StringIgnoreCase,

    /// <summary>Text with wildcards.</summary>
    Glob,

    /// <summary>Exact decimal numbers.</summary>
    Numeric,

    /// <summary>Points in time.</summary>
    Date,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>Bytes, written as base64.</summary>
    Binary,

    /// <summary>Network addresses and ranges of them.</summary>
    Address,

    /// <summary>ARNs with wildcards in each field.</summary>
    Arn,

    /// <summary>Whether the key is there at all.</summary>
    Null,
}

namespace Gatehouse.PolicyEngine;

/// <summary>The kinds of change that can turn a decision around.</summary>
public enum CounterfactualKind
{
    /// <summary>A condition key of the request gets other values: a tag, MFA, an address.</summary>
    SetContext,

    /// <summary>A condition key of the request goes away.</summary>
    RemoveContext,

    /// <summary>A statement that denies spares the caller, by one more condition.</summary>
    NarrowStatement,

    /// <summary>A layer gets one more statement.</summary>
    AddStatement,

    /// <summary>A statement goes away.</summary>
    RemoveStatement,
}

namespace Gatehouse.PolicyEngine;

/// <summary>Looks at statements whose action part holds.</summary>
internal interface IStatementVisitor
{
    /// <summary>Looks at one.</summary>
    /// <returns>True when no further one matters.</returns>
    bool Visit(CompiledStatement statement, bool deny);
}

namespace Gatehouse.PolicyEngine;

/// <summary>A test with an operator nobody knows: it neither helps an allow nor weakens a deny (PL-90).</summary>
internal sealed class UnknownTest(PolicyCondition written) : ConditionTest(written, new(new(written.Operator, OperatorFamily.String), Quantifier.One, IfExists: false))
{
    internal override bool Understood => false;

    internal override bool Holds(RequestContext context) => false;

    protected override bool Accepts(string value, ref ContextEntry entry, RequestContext context) => false;
}

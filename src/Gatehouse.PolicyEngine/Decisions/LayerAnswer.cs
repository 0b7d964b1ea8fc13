namespace Gatehouse.PolicyEngine;

/// <summary>What one set of policies says about a request.</summary>
/// <param name="Denies">A deny applies.</param>
/// <param name="Strength">The strongest applying allow; <see cref="GrantStrength.Direct"/> where the layer has no principals.</param>
/// <param name="Unsure">A deny would apply but for a test with an unknown operator (PL-90).</param>
internal readonly record struct LayerAnswer(bool Denies, GrantStrength Strength, bool Unsure)
{
    internal bool Allows => Strength != GrantStrength.None;
}

namespace Gatehouse.PolicyEngine;

/// <summary>Answers what people ask after a decision: what is the smallest change that would turn it around?</summary>
public static class Counterfactuals
{
    /// <summary>
    /// Finds small changes that allow a denied request, or deny an allowed one: statements to add, remove or narrow, and condition keys of the
    /// request to set or drop. Each is evaluated before it is offered. Who the caller is, and whose the resource, is never changed.
    /// </summary>
    /// <param name="request">The question.</param>
    /// <param name="policies">The policies that apply.</param>
    /// <param name="options">How much work may be spent.</param>
    /// <returns>The fewest changes first; none when the bounds were reached, or when nothing helps, as across partitions.</returns>
    public static IReadOnlyList<Counterfactual> Find(AuthorizationRequest request, PolicyInputs policies, CounterfactualOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(policies);
        try
        {
            return new CounterfactualSearch(request, policies, options ?? CounterfactualOptions.Default).Run();
        }
        catch (Exception)
        {
            // PE-3: a supplier of keys that fails denies, and no change to a policy can help that.
            return [];
        }
    }
}

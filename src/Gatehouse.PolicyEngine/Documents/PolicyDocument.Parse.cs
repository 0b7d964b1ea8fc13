namespace Gatehouse.PolicyEngine;

public sealed partial class PolicyDocument
{
    /// <summary>Reads a stored or embedded text, whatever kind of policy it is: what the language itself forbids is a problem and yields no document.</summary>
    /// <param name="text">The text; one leading byte-order mark is ignored (PL-3).</param>
    public static PolicyParse Parse(string text) => new(null, []);

    /// <summary>Writes the document again with other principals, as a trust policy is stored and shown (PL-41, PL-51): without white space.</summary>
    /// <param name="map">What to write for each principal, such as the unique ID of a user's ARN.</param>
    public string WithPrincipals(Func<PolicyPrincipal, string> map) => Text;
}

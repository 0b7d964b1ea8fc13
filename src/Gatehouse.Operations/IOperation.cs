using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Operations;

/// <summary>What every operation says of itself: on what it acts, and what a caller must be allowed.</summary>
/// <typeparam name="TRequest">Its generated request.</typeparam>
public interface IOperation<TRequest>
{
    /// <summary>Whether a caller needs permission at all; false for the few calls that AWS grants to everyone [PE-13, PE-14].</summary>
    static virtual bool NeedsPermission => true;

    /// <summary>The resource that the call is checked on.</summary>
    /// <remarks>Never refuses: of something that does not exist it names what would, so a stranger learns nothing.</remarks>
    static abstract Arn Target(TRequest request, Call call);

    /// <summary>What else the decision must know: condition keys of the request, tags of the resource, further checks.</summary>
    /// <remarks>Never refuses, like <see cref="Target"/>.</remarks>
    static virtual void Require(TRequest request, Call call, Requirements needs)
    {
    }

    /// <summary>The call with what the request itself proves of its caller, such as a second factor; asked before any policy [AU-309].</summary>
    /// <remarks>What is shown and not proven is refused here: it tells a caller of nothing but its own.</remarks>
    /// <exception cref="Gatehouse.Wire.ApiException">It proves nothing.</exception>
    static virtual Call Prove(TRequest request, Call call) => call;

    /// <summary>A refusal in the words of the operation's own model, where that has some for what all services have in common [AU-744].</summary>
    static virtual Gatehouse.Wire.ApiException Refuse(Gatehouse.Wire.ApiException refusal) => refusal;
}

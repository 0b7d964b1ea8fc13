using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;

namespace Gatehouse.Organizations;

/// <summary>Refusals that several operations share, in AWS's words.</summary>
internal static class Refusals
{
    internal static ParentNotFoundException NoParent() => new("You specified parent that doesn't exist.");

    internal static TargetNotFoundException NoTarget() => new("You specified a target that doesn't exist.");

    internal static AccountNotFoundException NoAccount() => new("You specified an account that doesn't exist.");

    internal static RootNotFoundException NoRoot() => new("You specified a root that doesn't exist.");

    internal static PolicyNotFoundException NoPolicy() => new("We can't find a policy with the PolicyId that you specified.");

    /// <summary>A parameter that no model describes in full is not possible.</summary>
    internal static InvalidInputException Invalid(string reason, string text) => new(text) { Reason = reason };

    /// <summary>A quota or rule of the organization stands against it.</summary>
    internal static ConstraintViolationException Constraint(string reason, string text) => new(text) { Reason = reason };

    /// <summary>AWS's own policies do not change.</summary>
    internal static InvalidInputException Immutable() =>
        Invalid(InvalidInputExceptionReason.IMMUTABLE_POLICY, "You specified a policy that is managed by AWS and can't be modified.");
}

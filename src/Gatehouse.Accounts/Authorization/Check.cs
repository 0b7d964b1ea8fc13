using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Authorization;

/// <summary>One question to the policy engine: this action on this resource. A call may need several [PE-7].</summary>
/// <param name="Action">The action, such as <c>iam:CreateUser</c>.</param>
/// <param name="Resource">The resource, or <c>*</c>.</param>
/// <param name="CallerSideOnly">Whether only the caller's policies are asked, as for <c>iam:PassRole</c> [PE-82].</param>
/// <param name="Keys">The condition keys of this check in place of those of the call; null for those of the call.</param>
public readonly record struct Check(
    string Action, Arn Resource, bool CallerSideOnly = false, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>>? Keys = null);

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Organizations.Policies;

/// <summary>Looks control policies up, checks them, and shows them.</summary>
internal static class ControlPolicies
{
    /// <summary>The policy of an id, which minds its case.</summary>
    /// <exception cref="PolicyNotFoundException">There is none.</exception>
    internal static OrganizationPolicy Require(Account management, string id) => Find(management, id) ?? throw Refusals.NoPolicy();

    /// <summary>The policy of an id that a caller may change.</summary>
    /// <exception cref="PolicyNotFoundException">There is none.</exception>
    /// <exception cref="InvalidInputException">It is AWS's own.</exception>
    internal static OrganizationPolicy RequireOwn(Account management, string id) =>
        Require(management, id) is { AwsManaged: false } own ? own : throw Refusals.Immutable();

    /// <summary>Adds the type and the tags of a policy to what a call on it needs.</summary>
    internal static void RequireKeys(Call call, string id, Requirements needs)
    {
        var policy = Find(call.Account, id);
        PolicyTypes.RequireType(policy?.Type, needs);
        needs.ResourceTags(policy?.Tags, service: null);
    }

    /// <summary>Refuses a text that is not to be a policy of its type.</summary>
    /// <exception cref="ConstraintViolationException">It is too long.</exception>
    /// <exception cref="MalformedPolicyDocumentException">It is none.</exception>
    internal static void RequireContent(ControlType type, string content)
    {
        if (content.Length > type.MostCharacters)
        {
            throw Refusals.Constraint(ConstraintViolationExceptionReason.POLICY_CONTENT_LIMIT_EXCEEDED, "You have exceeded the maximum policy size.");
        }

        if (!PolicyValidator.Validate(content, type.Kind).Valid)
        {
            throw new MalformedPolicyDocumentException("The provided policy document does not meet the requirements of the specified policy type.");
        }
    }

    /// <summary>Refuses a name that another policy has.</summary>
    /// <exception cref="DuplicatePolicyException">One has.</exception>
    internal static void RequireName(Account management, string name, string? except)
    {
        if (management.OrganizationPolicies.Any(policy => policy.Name == name && policy.Id != except))
        {
            throw new DuplicatePolicyException("A policy with the same name already exists.");
        }
    }

    /// <summary>The policies of a type that are attached to a root, unit or account.</summary>
    internal static IEnumerable<OrganizationPolicy> On(Account management, string target, string type) =>
        management.OrganizationPolicies.Where(policy => policy.Type == type && policy.Targets.Contains(target));

    /// <summary>The policy as lists show it.</summary>
    internal static PolicySummary Summarize(this OrganizationPolicy policy, Account management) => new()
    {
        Id = policy.Id,
        Arn = policy.ArnIn(management).Text,
        Name = policy.Name,
        Description = policy.Description ?? "",
        Type = policy.Type,
        AwsManaged = policy.AwsManaged,
    };

    /// <summary>The policy with its text.</summary>
    internal static Policy Describe(this OrganizationPolicy policy, Account management) =>
        new() { PolicySummary = policy.Summarize(management), Content = policy.Document };

    private static OrganizationPolicy? Find(Account management, string id) =>
        management.OrganizationPolicies.Find(id) is { } policy && policy.Id == id ? policy : null;
}

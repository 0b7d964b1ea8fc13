using System.Collections.Frozen;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Hierarchy;
using Reasons = Gatehouse.Contracts.Organizations.Shapes.ConstraintViolationExceptionReason;
using Refused = Gatehouse.Contracts.Organizations.Shapes.InvalidInputExceptionReason;

namespace Gatehouse.Organizations.Services;

/// <summary>The services that can be let into the accounts of an organization (Organizations User Guide, "AWS services that you can use").</summary>
internal static class TrustedServices
{
    // The service principal, and whether a member can administer the service for the organization.
    private static readonly FrozenDictionary<string, bool> Known = new Dictionary<string, bool>(StringComparer.Ordinal)
    {
        ["access-analyzer.amazonaws.com"] = true,
        ["account.amazonaws.com"] = true,
        ["auditmanager.amazonaws.com"] = true,
        ["aws-artifact-account-sync.amazonaws.com"] = false,
        ["backup.amazonaws.com"] = true,
        ["billing.amazonaws.com"] = false,
        ["bcm-data-exports.amazonaws.com"] = false,
        ["cloudtrail.amazonaws.com"] = true,
        ["cloudwatch.amazonaws.com"] = false,
        ["compute-optimizer.amazonaws.com"] = true,
        ["config.amazonaws.com"] = true,
        ["config-multiaccountsetup.amazonaws.com"] = true,
        ["controltower.amazonaws.com"] = false,
        ["cost-optimization-hub.bcm.amazonaws.com"] = true,
        ["detective.amazonaws.com"] = true,
        ["devops-guru.amazonaws.com"] = true,
        ["ds.amazonaws.com"] = false,
        ["ec2.amazonaws.com"] = true,
        ["fms.amazonaws.com"] = true,
        ["guardduty.amazonaws.com"] = true,
        ["health.amazonaws.com"] = true,
        ["iam.amazonaws.com"] = true,
        ["inspector2.amazonaws.com"] = true,
        ["ipam.amazonaws.com"] = true,
        ["license-management.marketplace.amazonaws.com"] = false,
        ["license-manager.amazonaws.com"] = true,
        ["license-manager.member-account.amazonaws.com"] = false,
        ["license-manager-linux-subscriptions.amazonaws.com"] = true,
        ["macie.amazonaws.com"] = true,
        ["malware-protection.guardduty.amazonaws.com"] = false,
        ["managed-services.amazonaws.com"] = false,
        ["member.org.stacksets.cloudformation.amazonaws.com"] = true,
        ["networkmanager.amazonaws.com"] = true,
        ["notifications.amazonaws.com"] = true,
        ["observabilityadmin.amazonaws.com"] = true,
        ["opensearchservice.amazonaws.com"] = false,
        ["private-marketplace.marketplace.amazonaws.com"] = true,
        ["ram.amazonaws.com"] = false,
        ["reachabilityanalyzer.networkinsights.amazonaws.com"] = true,
        ["reporting.trustedadvisor.amazonaws.com"] = true,
        ["resiliencehub.amazonaws.com"] = false,
        ["resource-explorer-2.amazonaws.com"] = true,
        ["security-ir.amazonaws.com"] = true,
        ["securityhub.amazonaws.com"] = true,
        ["securitylake.amazonaws.com"] = true,
        ["servicecatalog.amazonaws.com"] = true,
        ["servicequotas.amazonaws.com"] = false,
        ["sso.amazonaws.com"] = true,
        ["ssm.amazonaws.com"] = true,
        ["ssm-quicksetup.amazonaws.com"] = false,
        ["stacksets.cloudformation.amazonaws.com"] = false,
        ["storage-lens.s3.amazonaws.com"] = true,
        ["tagpolicies.tag.amazonaws.com"] = false,
        ["telemetry-enricher.observabilityadmin.amazonaws.com"] = false,
        ["wellarchitected.amazonaws.com"] = false,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Adds the service that a call is about to what it needs.</summary>
    internal static void Require(string? service, Requirements needs) => needs.Key("organizations:ServicePrincipal", service);

    /// <summary>Adds the member and the service that a call is about to what it needs.</summary>
    internal static void RequireMember(string account, string? service, Call call, Requirements needs)
    {
        Require(service, needs);
        Tree.RequireNodeTags(call, account, needs);
    }

    /// <summary>Refuses an organization that has only its bills in common.</summary>
    /// <exception cref="ConstraintViolationException">It has.</exception>
    internal static Organization RequireAllFeatures(Organization organization) => organization.FeatureSet == "ALL"
        ? organization
        : throw Refusals.Constraint(
            Reasons.ORGANIZATION_NOT_IN_ALL_FEATURES_MODE,
            "You attempted to perform an operation that requires an organization that is configured to support all features.");

    /// <summary>Refuses what is no service that works with organizations.</summary>
    /// <exception cref="InvalidInputException">It is not.</exception>
    internal static void RequireKnown(string service)
    {
        if (!Known.ContainsKey(service))
        {
            throw Unrecognized();
        }
    }

    /// <summary>Refuses what is no service that a member can administer.</summary>
    /// <exception cref="InvalidInputException">It is not.</exception>
    internal static void RequireDelegable(string service)
    {
        if (!Known.GetValueOrDefault(service))
        {
            throw Unrecognized();
        }
    }

    internal static AccountNotRegisteredException NotRegistered() =>
        new("The provided account is not a registered delegated administrator for your organization.");

    private static InvalidInputException Unrecognized() =>
        Refusals.Invalid(Refused.UNRECOGNIZED_SERVICE_PRINCIPAL, "You specified an unrecognized service principal.");
}

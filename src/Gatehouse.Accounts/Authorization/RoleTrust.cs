using System.Globalization;
using Gatehouse.Accounts.Entities;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Accounts.Authorization;

/// <summary>Asks a role's trust policy, and the resource control policies of its account, about somebody who is no caller yet.</summary>
public static class RoleTrust
{
    /// <summary>Whether a service may begin a session of the role for somebody it has let in [AU-862].</summary>
    /// <param name="call">The request; <see cref="Call.Owner"/> is the role's account.</param>
    /// <param name="role">The role.</param>
    /// <param name="service">The service, such as <c>rolesanywhere.amazonaws.com</c>.</param>
    /// <param name="sessionName">The session's name.</param>
    /// <param name="tags">The session's tags.</param>
    /// <param name="sourceIdentity">The session's source identity; null when it has none.</param>
    /// <param name="keys">Further condition keys: on whose behalf the service asks.</param>
    public static bool AllowsService(
        Call call, Role role, string service, string sessionName, IReadOnlyList<Tag> tags, string? sourceIdentity, params IReadOnlyList<KeyValuePair<string, string>> keys)
    {
        var needs = new Requirements("sts:AssumeRole", role.ArnIn(call.Owner!.Id))
            .Key("sts:RoleSessionName", sessionName)
            .Key("sts:SourceIdentity", sourceIdentity)
            .Key("aws:PrincipalIsAWSService", "true")
            .Key("aws:PrincipalServiceName", service)
            .Key("aws:PrincipalServiceNamesList", service)
            .Key("aws:PrincipalType", "Service")
            .Key("aws:ViaAWSService", "false")
            .RequestTags(tags)
            .ResourceTags(role.Tags);
        foreach (var (name, value) in keys)
        {
            needs.Key(name, value);
            if (name == "aws:SourceAccount" && value == call.Owner.Id && call.Owner.Profile.Membership is { } membership && call.OwnerManagement is { } management)
            {
                // AWS: control policies against confused deputies deny whoever comes for a resource and is not known to be of the organization.
                needs.Key("aws:SourceOrgID", membership.OrganizationId).Key("aws:SourceOrgPaths", OrganizationPaths.Of(management, value));
            }
        }

        return Allows(call, role, Principal.Service(service), Actions("sts:AssumeRole", tags.Count > 0, sourceIdentity is not null), Gather(call, needs));
    }

    /// <summary>Whether a service may begin a session of the role of its own accord: there is no request of AWS's kind behind it, so it says itself what there is to say of the moment.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="account">The role's account.</param>
    /// <param name="management">The management account of its organization; null when it belongs to none.</param>
    /// <param name="role">The role.</param>
    /// <param name="service">The service, such as <c>ec2.amazonaws.com</c>.</param>
    /// <param name="sessionName">The session's name.</param>
    /// <param name="tags">The session's tags.</param>
    /// <param name="now">The moment.</param>
    /// <param name="region">The region.</param>
    /// <param name="keys">Further condition keys: on whose behalf the service asks. A key that is there more than once has several values.</param>
    public static bool AllowsServiceItself(
        Installation installation,
        Account account,
        Account? management,
        Role role,
        string service,
        string sessionName,
        IReadOnlyList<Tag> tags,
        DateTimeOffset now,
        string region,
        params IReadOnlyList<KeyValuePair<string, string>> keys)
    {
        var call = new Call
        {
            Caller = Caller.Anonymous,
            Account = account,
            Installation = installation,
            Now = now,
            Region = region,
            RequestId = "",
            Owner = account,
            OwnerManagement = management,
        };
        return AllowsService(
            call,
            role,
            service,
            sessionName,
            tags,
            sourceIdentity: null,
            [
                new("aws:SecureTransport", "true"),
                new("aws:RequestedRegion", region),
                new("aws:CurrentTime", now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
                new("aws:EpochTime", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                .. keys,
            ]);
    }

    /// <summary>Whether all actions are allowed to a principal.</summary>
    internal static bool Allows(Call call, Role role, Principal principal, IEnumerable<string> actions, RequestContext context)
    {
        var owner = call.Owner!;
        var inputs = new PolicyInputs
        {
            Resource = call.Installation.Effective.OfTrust(role),
            ResourceIsTrust = true,
            ResourceControl = call.Installation.Effective.Controls(owner, call.OwnerManagement, "RESOURCE_CONTROL_POLICY"),
        };
        return actions.All(asked => Evaluator.Decide(
            new()
            {
                Principal = principal,
                Action = asked,
                Resource = role.ArnIn(owner.Id).Text,
                ResourceAccount = owner.Id,
                Context = context,
                ResourcePolicyRequired = true,
            },
            inputs).Allowed);
    }

    /// <summary>The actions that a session needs: tags and a source identity must be allowed beside it [PE-73, PE-79].</summary>
    internal static IEnumerable<string> Actions(string action, bool hasTags, bool hasSourceIdentity)
    {
        yield return action;
        if (hasTags)
        {
            yield return "sts:TagSession";
        }

        if (hasSourceIdentity)
        {
            yield return "sts:SetSourceIdentity";
        }
    }

    /// <summary>The condition keys of the request, of its network and of the role's account.</summary>
    internal static RequestContext Gather(Call call, Requirements needs)
    {
        var owner = call.Owner!;
        var context = new RequestContext();
        if (call.Network is { } network)
        {
            context.Include(network);
        }

        foreach (var (name, values) in needs.Keys)
        {
            foreach (var value in values)
            {
                context.Add(name, value);
            }
        }

        context.Set("aws:ResourceAccount", owner.Id);
        if (owner.Profile.Membership is { } membership && call.OwnerManagement is { } management)
        {
            context.Set("aws:ResourceOrgID", membership.OrganizationId);
            context.Set("aws:ResourceOrgPaths", new[] { OrganizationPaths.Of(management, owner.Id) });
        }

        return context;
    }
}

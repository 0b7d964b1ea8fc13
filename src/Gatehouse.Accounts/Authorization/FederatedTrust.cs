using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Accounts.Authorization;

/// <summary>Asks a role's trust policy whether it takes someone whom an identity provider has vouched for [AU-424, AU-520].</summary>
/// <remarks>There is no caller yet, so nothing but the trust policy and the resource control policies of the role's account is asked.</remarks>
public static class FederatedTrust
{
    /// <summary>Whether the role may be assumed.</summary>
    /// <param name="call">The request; <see cref="Call.Owner"/> is the role's account.</param>
    /// <param name="role">The role.</param>
    /// <param name="action">The action: of the two that begin federated sessions.</param>
    /// <param name="proof">Who asks.</param>
    /// <param name="sessionName">The session's name.</param>
    public static bool Allows(Call call, Role role, string action, ProvenIdentity proof, string sessionName)
    {
        var owner = call.Owner!;
        var context = Gather(call, owner, role, proof, sessionName);
        var inputs = new PolicyInputs
        {
            Resource = call.Installation.Effective.OfTrust(role),
            ResourceIsTrust = true,
            ResourceControl = call.Installation.Effective.Controls(owner, call.OwnerManagement, "RESOURCE_CONTROL_POLICY"),
        };
        return Actions(action, proof).All(asked => Evaluator.Decide(
            new()
            {
                Principal = Principal.IdentityProvider(proof.ProviderArn),
                Action = asked,
                Resource = role.ArnIn(owner.Id).Text,
                ResourceAccount = owner.Id,
                Context = context,
                ResourcePolicyRequired = true,
            },
            inputs).Allowed);
    }

    // [PE-73, PE-79]: tags and a source identity must be allowed beside the session.
    private static IEnumerable<string> Actions(string action, ProvenIdentity proof)
    {
        yield return action;
        if (!proof.Tags.IsEmpty)
        {
            yield return "sts:TagSession";
        }

        if (proof.SourceIdentity is not null)
        {
            yield return "sts:SetSourceIdentity";
        }
    }

    private static RequestContext Gather(Call call, Account owner, Role role, ProvenIdentity proof, string sessionName)
    {
        var needs = new Requirements("sts:AssumeRole", role.ArnIn(owner.Id))
            .Key("sts:RoleSessionName", sessionName)
            .Key("sts:SourceIdentity", proof.SourceIdentity)
            .Key("sts:TransitiveTagKeys", proof.TransitiveTagKeys)
            .Key("aws:FederatedProvider", proof.ProviderArn)
            .RequestTags(proof.Tags)
            .ResourceTags(role.Tags);
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

        foreach (var key in proof.Keys)
        {
            context.Set(key.Name, key.Values.ToArray());
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

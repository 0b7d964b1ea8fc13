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
    public static bool Allows(Call call, Role role, string action, ProvenIdentity proof, string sessionName) => RoleTrust.Allows(
        call,
        role,
        Principal.IdentityProvider(proof.ProviderArn),
        RoleTrust.Actions(action, !proof.Tags.IsEmpty, proof.SourceIdentity is not null),
        Gather(call, role, proof, sessionName));

    private static RequestContext Gather(Call call, Role role, ProvenIdentity proof, string sessionName)
    {
        var context = RoleTrust.Gather(call, new Requirements("sts:AssumeRole", role.ArnIn(call.Owner!.Id))
            .Key("sts:RoleSessionName", sessionName)
            .Key("sts:SourceIdentity", proof.SourceIdentity)
            .Key("sts:TransitiveTagKeys", proof.TransitiveTagKeys)
            .Key("aws:FederatedProvider", proof.ProviderArn)
            .RequestTags(proof.Tags)
            .ResourceTags(role.Tags));
        foreach (var key in proof.Keys)
        {
            context.Set(key.Name, key.Values.ToArray());
        }

        return context;
    }
}

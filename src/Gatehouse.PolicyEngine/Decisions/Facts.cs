namespace Gatehouse.PolicyEngine;

/// <summary>What is known once every layer has been asked and none denies: the rest is sections 4 to 6 of the rules.</summary>
internal struct Facts
{
    private readonly AuthorizationRequest request;
    private readonly PrincipalKind kind;
    private readonly bool trust;
    private readonly bool partition;

    internal Facts(AuthorizationRequest request, PolicyInputs policies, in ResourceView resource)
    {
        this.request = request;
        kind = request.Principal.Kind;
        trust = policies.ResourceIsTrust;
        partition = !AccountRelation.IsOtherPartition(request, resource);
        Cross = AccountRelation.IsCross(request, resource);
        Identity = kind is PrincipalKind.Root or PrincipalKind.AssumedRoot || request.Principal.FederatedByRoot;
        Session = policies.Session is null && kind is not (PrincipalKind.FederatedUser or PrincipalKind.AssumedRoot);
        RepairsResourcePolicy = !Cross && kind is PrincipalKind.Root or PrincipalKind.AssumedRoot && (request.RepairsResourcePolicy || ResourceRepairs.Includes(request.Action));
    }

    /// <summary>Caller and resource belong to different accounts.</summary>
    internal bool Cross { get; }

    /// <summary>Denies of the resource's policy do not count (PE-54).</summary>
    internal bool RepairsResourcePolicy { get; }

    /// <summary>Every level of SCPs in force allows.</summary>
    internal bool ServiceControl { get; set; } = true;

    /// <summary>Every level of RCPs in force allows.</summary>
    internal bool ResourceControl { get; set; } = true;

    /// <summary>There is no endpoint policy, or it allows.</summary>
    internal bool Endpoint { get; set; } = true;

    /// <summary>The identity policies allow, or the caller is root.</summary>
    internal bool Identity { get; set; }

    /// <summary>There is no boundary, or it allows.</summary>
    internal bool Boundary { get; set; } = true;

    /// <summary>There are no session policies, or one allows; without any, a federated user and an AssumeRoot session have nothing (PE-53, PE-55).</summary>
    internal bool Session { get; set; }

    /// <summary>How strongly the resource's policy grants.</summary>
    internal GrantStrength Resource { readonly get; private set; }

    /// <summary>The name of the resource's layer.</summary>
    internal readonly PolicyLayer ResourceLayer => trust ? PolicyLayer.Trust : PolicyLayer.Resource;

    // PE-53: an AssumeRoot session never gets past its task policy, so nothing counts as more than entity.
    internal void SetResource(GrantStrength strength) =>
        Resource = kind == PrincipalKind.AssumedRoot && strength == GrantStrength.Direct ? GrantStrength.Entity : strength;

    /// <summary>The decision.</summary>
    internal readonly Decision Decide()
    {
        var failing = Failing();
        if (failing == LayerBits.None)
        {
            return new(DecisionOutcome.Allowed, Granted());
        }

        return new(DecisionOutcome.ImplicitDeny, failing.First(trust));
    }

    /// <summary>The layers without whose consent the request fails.</summary>
    internal readonly LayerBits Failing()
    {
        var failing = LayerBits.Unless(partition, LayerBits.Partition)
            | LayerBits.Unless(ResourceControl, LayerBits.ResourceControl)
            | LayerBits.Unless(ServiceControl, LayerBits.ServiceControl)
            | LayerBits.Unless(Endpoint, LayerBits.Endpoint);
        return failing | (LayersInForce.HasPolicies(kind) ? OfCaller() : LayerBits.Unless(Resource != GrantStrength.None, LayerBits.Resource));
    }

    /// <summary>Some layer grants, so that whatever fails took a grant away.</summary>
    internal readonly bool AnyGrant => Identity || Resource >= (Cross ? GrantStrength.Account : GrantStrength.Entity);

    private readonly LayerBits OfCaller()
    {
        var caps = LayerBits.Unless(Boundary, LayerBits.Boundary) | LayerBits.Unless(Session, LayerBits.Session);
        var ofIdentity = LayerBits.Unless(Identity, LayerBits.Identity) | caps;
        var ofResource = LayerBits.Unless(Resource != GrantStrength.None, LayerBits.Resource);
        if (request.CallerSideOnly)
        {
            return ofIdentity;
        }

        if (Cross)
        {
            return ofIdentity | ofResource;
        }

        if (Resource == GrantStrength.Direct)
        {
            // PE-71: a user's boundary must allow AssumeRole even when the trust policy names the user.
            return trust && kind == PrincipalKind.User ? LayerBits.Unless(Boundary, LayerBits.Boundary) : LayerBits.None;
        }

        if (Resource == GrantStrength.Entity)
        {
            return caps;
        }

        return trust || request.ResourcePolicyRequired ? ofIdentity | ofResource : ofIdentity;
    }

    private readonly PolicyLayer Granted() =>
        LayersInForce.HasPolicies(kind) && (Cross || request.CallerSideOnly || Resource < GrantStrength.Entity) ? PolicyLayer.Identity : ResourceLayer;
}

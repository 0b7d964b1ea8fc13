namespace Gatehouse.PolicyEngine;

/// <summary>One request, put to one set of policies after the other.</summary>
internal struct LayerQuestion : IStatementVisitor
{
    private readonly Principal caller;
    private readonly RequestContext context;
    private readonly ActionView action;
    private readonly ResourceView resource;
    private readonly bool hasBoundary;
    private ulong runs;
    private bool ofResource;
    private bool deniesCount;
    private bool denied;
    private bool unsure;
    private GrantStrength strength;

    internal LayerQuestion(AuthorizationRequest request, PolicyInputs policies)
    {
        caller = request.Principal;
        context = request.Context;
        action = new(request.Action);
        resource = new(request.Resource);
        hasBoundary = policies.Boundary is not null || caller.HasBoundary;
    }

    /// <summary>The resource, taken apart.</summary>
    internal readonly ResourceView Resource => resource;

    /// <summary>Puts the request to a policy that belongs to the caller, or to SCPs.</summary>
    internal LayerAnswer Ask(PolicySet set) => Ask(set, ofResource: false, deniesCount: true);

    /// <summary>Puts the request to a policy that says whom it is about: of a resource, an endpoint, or RCPs.</summary>
    internal LayerAnswer AskOfResource(PolicySet set, bool deniesCount = true) => Ask(set, ofResource: true, deniesCount);

    /// <inheritdoc/>
    public bool Visit(CompiledStatement statement, bool deny)
    {
        if (deny && !deniesCount)
        {
            return false;
        }

        if (!statement.MatchesResource(resource, ref runs, context, ofResource))
        {
            return false;
        }

        var named = GrantStrength.Direct;
        if (ofResource)
        {
            named = statement.NamesCaller(caller, hasBoundary);
            if (named == GrantStrength.None)
            {
                return false;
            }
        }
        else if (statement.Principals is not null && !deny)
        {
            // Cannot be stored (PE-18). A deny denies all the same.
            return false;
        }

        if (!statement.MeetsConditions(context))
        {
            return false;
        }

        if (!statement.Understood)
        {
            unsure |= deny;
            return false;
        }

        if (deny)
        {
            denied = true;
            return true;
        }

        strength = named > strength ? named : strength;
        return strength == GrantStrength.Direct;
    }

    private LayerAnswer Ask(PolicySet set, bool ofResource, bool deniesCount)
    {
        this.ofResource = ofResource;
        this.deniesCount = deniesCount;
        (denied, unsure, strength) = (false, false, GrantStrength.None);
        set.Index.Visit(action, ref this);
        return new(denied, strength, unsure);
    }
}

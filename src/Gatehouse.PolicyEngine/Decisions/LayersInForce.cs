namespace Gatehouse.PolicyEngine;

/// <summary>Those of the inputs that have a say, given who asks.</summary>
internal readonly struct LayersInForce
{
    // AWS: the one action that resource control policies do not govern although its service supports them (PE-43).
    private const string RetireGrant = "kms:RetireGrant";

    internal LayersInForce(AuthorizationRequest request, PolicyInputs policies)
    {
        var caller = request.Principal;
        if (HasPolicies(caller.Kind))
        {
            Identity = policies.Identity;
            Boundary = policies.Boundary;
            Session = policies.Session;
            ServiceControl = caller.ServiceLinked ? [] : policies.ServiceControlLevels ?? [];
        }

        var control = caller.ServiceLinked || request.CallerSideOnly || RetireGrant.Equals(request.Action, StringComparison.OrdinalIgnoreCase);
        ResourceControl = control ? [] : policies.ResourceControlLevels ?? [];
        Resource = request.CallerSideOnly ? null : policies.Resource;
        Endpoint = policies.Endpoint;
    }

    internal PolicySet? Identity { get; }

    internal PolicySet? Boundary { get; }

    internal PolicySet? Session { get; }

    internal PolicySet? Resource { get; }

    internal PolicySet? Endpoint { get; }

    internal PolicyLevel[] ServiceControl { get; } = [];

    internal PolicyLevel[] ResourceControl { get; }

    /// <summary>Every policy with a say could be read (PE-3).</summary>
    internal bool Readable =>
        Identity is not { Readable: false } && Boundary is not { Readable: false } && Session is not { Readable: false } && Resource is not { Readable: false }
        && Endpoint is not { Readable: false } && AreReadable(ServiceControl) && AreReadable(ResourceControl);

    /// <summary>Callers with policies of their own; SCPs bind these alone (PE-34, PE-64, PE-65, PE-75).</summary>
    internal static bool HasPolicies(PrincipalKind kind) => kind is not (PrincipalKind.Anonymous or PrincipalKind.Service or PrincipalKind.IdentityProvider);

    private static bool AreReadable(PolicyLevel[] levels)
    {
        foreach (var level in levels)
        {
            if (!level.Policies.Readable)
            {
                return false;
            }
        }

        return true;
    }
}

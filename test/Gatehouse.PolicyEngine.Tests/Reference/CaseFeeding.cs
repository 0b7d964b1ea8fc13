namespace Gatehouse.PolicyEngine.Tests.Reference;

/// <summary>Feeds a plain case to the engine.</summary>
internal static class CaseFeeding
{
    public static AuthorizationRequest Request(ReferenceCase one)
    {
        // Half of the keys from a frozen context, as a host keeps those of a principal.
        var (context, kept) = (new RequestContext(), new RequestContext());
        var layered = one.Context.Count % 2 == 0;
        foreach (var (key, values) in one.Context)
        {
            (layered && key.Length % 2 == 0 ? kept : context).Set(key, values.Length == 1 ? (ContextValues)values[0] : values);
        }

        context = layered ? context.Include(kept) : context;
        return new()
        {
            Principal = Caller(one.Caller),
            Action = one.Action,
            Resource = one.Resource,
            ResourceAccount = one.ResourceAccount,
            Context = context,
            ResourcePolicyRequired = one.PolicyRequired,
            RepairsResourcePolicy = one.Repairs,
            CallerSideOnly = one.CallerSideOnly,
        };
    }

    public static PolicyInputs Policies(ReferenceCase one) => new()
    {
        Identity = Set(one.Identity),
        Boundary = Set(one.Boundary),
        Session = Set(one.Session),
        Resource = Set(one.OfResource),
        ResourceIsTrust = one.Trust,
        ServiceControl = Levels(one.ServiceControl),
        ResourceControl = Levels(one.ResourceControl),
        Endpoint = Set(one.Endpoint),
    };

    private static PolicySet? Set(List<string>? texts) => texts is null ? null : PolicySet.Compile([.. texts.Select((text, index) => new AttachedPolicy($"p{index}", null, Document(text)))]);

    private static PolicyDocument? Document(string text)
    {
        if (text == "unreadable")
        {
            return null;
        }

        var parse = PolicyDocument.Parse(text);
        return parse.Document ?? throw new InvalidOperationException($"{text}: {parse.Problems[0]}");
    }

    private static PolicyLevel[]? Levels(List<List<string>>? levels) => levels?.Select((texts, index) => new PolicyLevel($"level{index}", Set(texts)!)).ToArray();

    private static Principal Caller(ReferenceCaller caller) => caller.Kind switch
    {
        "root" => Principal.Root(caller.Account!),
        "assumed-root" => Principal.AssumedRoot(caller.Account!),
        "user" => Principal.User(caller.Arn!, caller.UniqueId) with { CanonicalId = caller.CanonicalId, HasBoundary = caller.HasBoundary },
        "role" => Principal.AssumedRole(caller.Arn!, caller.RoleArn!, caller.UniqueId, caller.ServiceLinked),
        "federated" => Principal.FederatedUser(caller.Arn!, caller.FederatorArn, caller.FederatorId),
        "service" => Principal.Service(caller.Arn!),
        "provider" => Principal.IdentityProvider(caller.Arn!),
        _ => Principal.Anonymous,
    };
}

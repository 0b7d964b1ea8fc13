namespace Gatehouse.PolicyEngine;

/// <summary>One entry of a principal element, compiled: it says how strongly it names a caller (PE-19 to PE-24).</summary>
internal sealed class PrincipalEntry
{
    private readonly EntryKind kind;
    private readonly string value;
    private readonly string account = "";
    private readonly string partition = "";
    private readonly string name = "";

    private PrincipalEntry(PolicyPrincipal principal)
    {
        value = principal.Value;
        kind = principal.Type switch
        {
            PolicyPrincipalType.Service => EntryKind.Service,
            PolicyPrincipalType.Federated => EntryKind.Federated,
            PolicyPrincipalType.CanonicalUser => EntryKind.Canonical,
            _ when value == "*" => EntryKind.Everyone,
            _ when PrincipalRules.IsAccount(value) => EntryKind.Account,
            _ => EntryKind.Id,
        };
        if (kind == EntryKind.Account)
        {
            account = value;
        }

        var fields = kind == EntryKind.Id ? value.Split(':', 6) : [];
        if (fields.Length == 6)
        {
            (partition, account) = (fields[1], fields[4]);
            kind = (fields[2], fields[5]) switch
            {
                ("iam", "root") => EntryKind.Account,
                ("iam", var rest) when rest.StartsWith("role/", StringComparison.Ordinal) => EntryKind.Role,
                _ => EntryKind.Arn,
            };
            name = fields[5][(fields[5].LastIndexOf('/') + 1)..];
        }
    }

    private enum EntryKind
    {
        Everyone,
        Account,
        Arn,
        Role,
        Id,
        Service,
        Federated,
        Canonical,
    }

    internal static PrincipalEntry Compile(PolicyPrincipal principal) => new(principal);

    /// <summary>How strongly this entry names the caller.</summary>
    internal GrantStrength Names(Principal caller) => kind switch
    {
        EntryKind.Everyone => GrantStrength.Direct,
        EntryKind.Account => OfAccount(caller, (partition.Length == 0 || caller.Partition == partition) && caller.Account == account),
        EntryKind.Canonical => OfAccount(caller, caller.CanonicalId == value),
        EntryKind.Service => If(caller.Kind == PrincipalKind.Service && caller.Name == value, GrantStrength.Direct),
        EntryKind.Federated => If(caller.Kind == PrincipalKind.IdentityProvider && caller.Name == value, GrantStrength.Direct),
        EntryKind.Role => If(caller.Kind == PrincipalKind.AssumedRole && caller.Account == account && caller.Partition == partition && caller.RoleName == name, GrantStrength.Entity),
        EntryKind.Arn => OfArn(caller),
        _ => OfId(caller),
    };

    private static GrantStrength OfAccount(Principal caller, bool same) =>
        If(same && caller.Kind is not (PrincipalKind.Anonymous or PrincipalKind.Service or PrincipalKind.IdentityProvider), caller.Kind == PrincipalKind.Root ? GrantStrength.Direct : GrantStrength.Account);

    private static GrantStrength If(bool holds, GrantStrength strength) => holds ? strength : GrantStrength.None;

    private GrantStrength OfArn(Principal caller) => caller.Kind switch
    {
        PrincipalKind.User or PrincipalKind.AssumedRole => If(caller.Arn == value, GrantStrength.Direct),
        PrincipalKind.FederatedUser when caller.Arn == value => GrantStrength.Direct,
        PrincipalKind.FederatedUser => If(caller.FederatingUserArn == value, GrantStrength.Entity),
        _ => GrantStrength.None,
    };

    private GrantStrength OfId(Principal caller) => caller.Kind switch
    {
        PrincipalKind.User => If(caller.UniqueId == value, GrantStrength.Direct),
        PrincipalKind.AssumedRole => If(caller.UniqueId == value, GrantStrength.Entity),
        PrincipalKind.FederatedUser => If(caller.FederatingUserId == value, GrantStrength.Entity),
        _ => GrantStrength.None,
    };
}

using System.Runtime.CompilerServices;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Policies;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Accounts.Authorization;

/// <summary>Gathers and compiles the policies that govern a caller: its own, its groups', its boundary, its session's, its organization's.</summary>
/// <remarks>Compiled sets are kept with the snapshot they came from, and shared by everyone that has the same documents.</remarks>
public sealed class EffectivePolicies(PolicyCache cache, AwsManagedPolicies awsPolicies)
{
    private const string OwnPassword =
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["iam:ChangePassword","iam:GetAccountPasswordPolicy"],"Resource":"*"}}""";
    private const string MayAll = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

    private readonly ConditionalWeakTable<Caller, Governed> callers = [];
    private readonly ConditionalWeakTable<Role, PolicySet> trusts = [];
    private readonly ConditionalWeakTable<Account, StrongBox<Dictionary<string, IReadOnlyList<PolicyLevel>?>>> controls = [];

    /// <summary>The policies that govern a caller, all but those of the resource.</summary>
    /// <param name="caller">The caller.</param>
    /// <param name="management">The management account of its organization; null when there is none.</param>
    public PolicyInputs Of(Caller caller, Account? management)
    {
        if (callers.TryGetValue(caller, out var known) && ReferenceEquals(known.Management, management))
        {
            return known.Inputs;
        }

        var inputs = new PolicyInputs
        {
            Identity = Holders(caller) is { Count: > 0 } documents ? PolicySet.Compile(documents) : null,
            Boundary = Boundary(caller),
            Session = Session(caller),
            ServiceControl = Controls(caller.Account, management, "SERVICE_CONTROL_POLICY"),
        };
        callers.AddOrUpdate(caller, new(management, inputs));
        return inputs;
    }

    /// <summary>The policies of a user, group or role: inline and managed, a user's groups included [PE-52].</summary>
    public IReadOnlyList<AttachedPolicy> OfHolder(Account account, IHolder holder)
    {
        var policies = new List<AttachedPolicy>();
        Add(policies, account, holder);
        if (holder is User user)
        {
            foreach (var group in user.Groups)
            {
                // INVARIANT: a user belongs only to groups that exist; a broken account must not lose a deny.
                Add(policies, account, account.Groups.FindById(group)
                    ?? throw new InvalidOperationException($"User {user.Id} belongs to group {group}, which does not exist."));
            }
        }

        return policies;
    }

    /// <summary>A managed policy by its ARN: AWS's, or the account's own. One that does not exist denies everything [PE-3].</summary>
    public AttachedPolicy OfManaged(Account account, string arn) => OfManaged(account, arn, id: null);

    // With an id, a policy that was deleted and made again under its name is another one [AU-311].
    private AttachedPolicy OfManaged(Account account, string arn, string? id) =>
        awsPolicies.FindFor(account, arn) is { } policy && (id is null || policy.Id == id) ? cache.Attach(policy.Name, arn, policy.Default.Document) : new(arn[(arn.LastIndexOf('/') + 1)..], arn, null);

    /// <summary>A policy that stands nowhere, ready to decide.</summary>
    public PolicySet OfText(string name, string text) => PolicySet.Compile([cache.Attach(name, null, text)]);

    /// <summary>The trust policy of a role, ready to decide.</summary>
    public PolicySet OfTrust(Role role) =>
        trusts.TryGetValue(role, out var known) ? known : trusts.GetValue(role, role => PolicySet.Compile([cache.Attach(role.Name, null, role.TrustPolicy)]));

    /// <summary>The control policies in force for an account, from the root of its tree down [PE-35]; null when none are.</summary>
    /// <param name="account">The account.</param>
    /// <param name="management">The management account of its organization; null when there is none.</param>
    /// <param name="type"><c>SERVICE_CONTROL_POLICY</c> or <c>RESOURCE_CONTROL_POLICY</c>.</param>
    public IReadOnlyList<PolicyLevel>? Controls(Account account, Account? management, string type)
    {
        // [PE-36, PE-40]: not for the management account, not without all features, not while the type is off.
        if (management?.Organization is not { } organization || account.Id == management.Id
            || organization.FeatureSet != "ALL" || !organization.PolicyTypes.Contains(type))
        {
            return null;
        }

        var levels = controls.GetOrCreateValue(management);
        lock (levels)
        {
            levels.Value ??= new(StringComparer.Ordinal);
            if (!levels.Value.TryGetValue(type + account.Id, out var known))
            {
                known = levels.Value[type + account.Id] = Levels(management, account.Id, type);
            }

            return known;
        }
    }

    private List<PolicyLevel> Levels(Account management, string account, string type)
    {
        var path = new Stack<string>();
        path.Push(account);
        for (var parent = management.Members.Find(account)?.ParentId; parent is not null; parent = management.Units.Find(parent)?.ParentId)
        {
            path.Push(parent);
        }

        return path.Select(target => new PolicyLevel(target, PolicySet.Compile([.. management.OrganizationPolicies
            .Where(policy => policy.Type == type && policy.Targets.Contains(target))
            .Select(policy => cache.Attach(policy.Name, policy.ArnIn(management).Text, policy.Document))]))).ToList();
    }

    private IReadOnlyList<AttachedPolicy> Holders(Caller caller) => caller switch
    {
        { Role: { } role } => OfHolder(caller.Account, role),
        { User: { } user } => [.. OfHolder(caller.Account, user), .. SelfService(caller)],
        _ => [],
    };

    // [AU-701]: what an account's password policy grants each user, beside all policies. ChangePassword has no other resource than the caller.
    private IEnumerable<AttachedPolicy> SelfService(Caller caller) =>
        caller is { Kind: CallerKind.User, Account.Profile.PasswordPolicy.UsersMayChange: true } ? [cache.Attach("AllowUsersToChangePassword", null, OwnPassword)] : [];

    private PolicySet? Boundary(Caller caller) =>
        (caller.Role?.PermissionsBoundary ?? caller.User?.PermissionsBoundary) is { } arn ? PolicySet.Compile([OfManaged(caller.Account, arn)]) : null;

    // [PE-48]: the inline and the managed session policies of one call form a union.
    private PolicySet? Session(Caller caller)
    {
        if (caller.Session is not { } session || (session.Policy is null && session.PolicyArns.IsDefaultOrEmpty && !IdentityCenter.IdentityContext.IsIn(session)))
        {
            return null;
        }

        var policies = session.PolicyArns
            .Select((arn, place) => OfManaged(caller.Account, arn, session.PolicyIds.IsDefaultOrEmpty ? null : session.PolicyIds[place])).ToList();
        if (session.Policy is { } inline)
        {
            policies.Insert(0, cache.Attach("session policy", null, inline));
        }

        // AWS: task policies only say what an AssumeRoot session must not do; root may do the rest [PE-53, AU-322].
        if (session.Kind == Sessions.SessionKind.AssumedRoot)
        {
            policies.Add(cache.Attach("root", null, MayAll));
        }

        // AWS: STS attaches to sessions that act for a person what they cannot be used for; beside that all is as without it.
        if (IdentityCenter.IdentityContext.IsIn(session))
        {
            if (policies.Count == 0)
            {
                policies.Add(cache.Attach("identity context", null, MayAll));
            }

            policies.Add(OfManaged(caller.Account, IdentityCenter.IdentityContext.AllowList));
        }

        return PolicySet.Compile(policies);
    }

    private void Add(List<AttachedPolicy> policies, Account account, IHolder holder)
    {
        policies.AddRange(holder.InlinePolicies.Select(inline => cache.Attach(inline.Name, null, inline.Document)));
        policies.AddRange(holder.AttachedPolicies.Select(arn => OfManaged(account, arn)));
    }

    private sealed record Governed(Account? Management, PolicyInputs Inputs);
}

using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Accounts.Authorization;

/// <summary>Asks the policy engine whether a call may be made, with everything that bears on it.</summary>
/// <remarks>Waits for nothing: it reads the snapshots that the call holds.</remarks>
public sealed class Authorizer(EffectivePolicies policies)
{
    // Contexts that lie ready: one a processor, for whoever happens to run there.
    private readonly RequestContext?[] spare = new RequestContext?[Environment.ProcessorCount];

    /// <summary>The policies that govern callers.</summary>
    public EffectivePolicies Policies => policies;

    /// <summary>Decides a call.</summary>
    /// <param name="call">The call; its <see cref="Call.Owner"/> is the account that owns the resource, null when there is no such account.</param>
    /// <param name="needs">What must be allowed.</param>
    /// <param name="network">The condition keys of the transport and of the clock.</param>
    /// <returns>Null when the call may be made.</returns>
    public Denial? Judge(Call call, Requirements needs, IContextSource network)
    {
        RequestContext? shared = null;
        foreach (var check in needs.Checks)
        {
            var context = check.Keys is { } own ? Gather(call, own, network) : shared ??= Gather(call, needs.Keys, network);
            var (request, inputs) = Pose(call, check, context);
            if (needs.ResourcePolicy is { } granted && check.Action == needs.Checks[0].Action && check.Resource == needs.Checks[0].Resource)
            {
                inputs = inputs with { Resource = policies.OfText("default", granted) };
            }

            var decision = Evaluator.Decide(request, inputs);
            if (!decision.Allowed)
            {
                return new(check, decision, Sentence(call, request, inputs, check, needs));
            }

            if (context != shared)
            {
                Spare(context);
            }
        }

        Spare(shared);
        return null;
    }

    /// <summary>The encoded message of a denial, which only those who may can open [PE-100, PE-101].</summary>
    /// <remarks>For services whose denials carry one, as EC2's do; IAM, STS and Organizations encode none.</remarks>
    /// <param name="call">The call that was denied.</param>
    /// <param name="needs">What it needed.</param>
    /// <param name="network">The condition keys of the transport and of the clock.</param>
    /// <param name="denial">The denial.</param>
    /// <returns>Null when the statements that denied it are longer than a message may be.</returns>
    public string? Encode(Call call, Requirements needs, IContextSource network, Denial denial)
    {
        var context = Gather(call, denial.Check.Keys ?? needs.Keys, network).Freeze();
        var (request, inputs) = Pose(call, denial.Check, context);
        var explanation = Evaluator.Explain(request, inputs);
        var messages = call.Installation.Sessions.Messages;
        return messages.TrySeal(MessagePurpose.Authorization, call.Account.Id, AuthorizationMessage.Write(explanation), out var message)
            || messages.TrySeal(MessagePurpose.Authorization, call.Account.Id, AuthorizationMessage.Write(explanation, withConditions: false), out message)
            ? message
            : null;
    }

    private ref RequestContext? Place => ref spare[(uint)Thread.GetCurrentProcessorId() % (uint)spare.Length];

    private void Spare(RequestContext? context)
    {
        context?.Clear();
        Volatile.Write(ref Place, context);
    }

    private RequestContext Gather(Call call, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> keys, IContextSource network)
    {
        var context = (Interlocked.Exchange(ref Place, null) ?? new()).Include(call.Caller.Keys).Include(network);
        foreach (var (name, values) in keys)
        {
            // PL-117: two tags of a resource that differ only in case become two values of one key.
            foreach (var value in values)
            {
                context.Add(name, value);
            }
        }

        AddOrganizations(context, call);
        return context;
    }

    private static void AddOrganizations(RequestContext context, Call call)
    {
        if (call.Account.Profile.Membership is { } mine && call.Management is { } management)
        {
            context.Set("aws:PrincipalOrgID", mine.OrganizationId);
            context.Set("aws:PrincipalOrgPaths", new[] { OrganizationPaths.Of(management, call.Account.Id) });
        }

        if (call.Owner is not { Exists: true } owner)
        {
            return;
        }

        context.Set("aws:ResourceAccount", owner.Id);
        if (owner.Profile.Membership is { } membership && call.OwnerManagement is { } governing)
        {
            context.Set("aws:ResourceOrgID", membership.OrganizationId);
            context.Set("aws:ResourceOrgPaths", new[] { OrganizationPaths.Of(governing, owner.Id) });
        }
    }

    private (AuthorizationRequest Request, PolicyInputs Inputs) Pose(Call call, Check check, RequestContext context)
    {
        var inputs = policies.Of(call.Caller, call.Management);
        var isTrust = check.Action.StartsWith("sts:", StringComparison.Ordinal) && check.Resource.IsKind("role/");
        var request = new AuthorizationRequest
        {
            Principal = call.Caller.Principal,
            Action = check.Action,
            Resource = check.Resource.Text,
            ResourceAccount = check.Resource.IsShared || check.Resource.IsIn(call.Account.Id) ? call.Account.Id : check.Resource.Account,
            Context = context,
            ResourcePolicyRequired = isTrust,
            CallerSideOnly = check.CallerSideOnly,
        };
        if (isTrust)
        {
            inputs = inputs with
            {
                Resource = call.Owner?.Roles.Find(RoleNameOf(check.Resource)) is { } role && role.ArnIn(call.Owner.Id) == check.Resource
                    ? policies.OfTrust(role)
                    : null,
                ResourceIsTrust = true,
                ResourceControl = call.Owner is { } owner ? policies.Controls(owner, call.OwnerManagement, "RESOURCE_CONTROL_POLICY") : null,
            };
        }

        return (request, inputs);
    }

    private static string RoleNameOf(Arn arn) => arn.Text[(arn.Text.LastIndexOf('/') + 1)..];

    private static string Sentence(Call call, AuthorizationRequest request, PolicyInputs inputs, Check check, Requirements needs) =>
        AccessDeniedMessage.For(request, inputs, new()
        {
            Resource = check == needs.Checks[0] ? needs.Printed : null,
            SameOrganization = call.Owner is { Exists: true } owner && call.Account.Profile.Membership is { } mine
                && owner.Profile.Membership?.OrganizationId == mine.OrganizationId,
        });
}

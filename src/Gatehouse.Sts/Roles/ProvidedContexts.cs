using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Contracts.Sts;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Roles;

/// <summary>For whom a session acts, where an application of IAM Identity Center asks for it [AU-318].</summary>
internal static class ProvidedContexts
{
    private const string Action = "sts:SetContext";

    /// <summary>The call with the context that its request shows; as it is when none is shown.</summary>
    /// <remarks>Asked of the caller's own account and of the organization's that it belongs to alone: it tells of no other.</remarks>
    /// <exception cref="ApiException">The context is not good.</exception>
    internal static Call Prove(AssumeRoleRequest request, Call call)
    {
        if (request.ProvidedContexts is not { Count: > 0 } contexts)
        {
            return call;
        }

        if (contexts.FirstOrDefault(static context => context.ProviderArn != IdentityContext.ProviderArn) is { } unknown)
        {
            throw Refusals.Invalid(unknown.ProviderArn is { } arn ? $"{Echo.Of(arn)} is invalid" : "ProviderArn must not be null");
        }

        if (contexts is not [{ ContextAssertion: { } assertion }])
        {
            throw Refusals.Invalid("One context assertion of a provider must be given");
        }

        var expired = false;
        foreach (var owner in (ReadOnlySpan<Account?>)[call.Account, call.Management])
        {
            if (owner is not null && IdentityContext.TryRead(owner, assertion, call.Now, out var context, out expired))
            {
                return call with { Context = new(owner.Id, context.KeysIn(owner)) };
            }

            if (expired)
            {
                throw new ExpiredTokenException("The context assertion has expired");
            }
        }

        throw Refusals.Invalid("The context assertion is not valid");
    }

    /// <summary>What the decision must know of it, and that the caller must be allowed to set it.</summary>
    internal static void Require(AssumeRoleRequest request, Call call, Requirements needs)
    {
        if (request.ProvidedContexts is not { Count: > 0 } contexts)
        {
            return;
        }

        needs.Also(Action).Key("sts:RequestContextProviders", contexts.Select(static context => context.ProviderArn).OfType<string>().ToList());
        foreach (var key in call.Context?.Keys ?? [])
        {
            needs.Key("sts:RequestContext/" + key.Name, key.Values);
        }
    }

    /// <summary>Refuses people of an instance that is not that of the role's account or of its organization.</summary>
    /// <exception cref="ApiException">It is another's.</exception>
    internal static void RequireOwner(AssumeRoleRequest request, Call call)
    {
        if (call.Context is { } context && context.Account != call.Owner!.Id && context.Account != call.OwnerManagement?.Id)
        {
            throw Refusals.NotAuthorized(call.Caller, Action, request.RoleArn);
        }
    }
}

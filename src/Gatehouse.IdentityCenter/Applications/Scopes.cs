using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>What the tokens of applications may be used for.</summary>
internal static class Scopes
{
    /// <summary>A scope of an application.</summary>
    /// <exception cref="ResourceNotFoundException">It has no such one.</exception>
    internal static ApplicationScope Require(IdentityApplication application, string name) =>
        application.Scopes.FirstOrDefault(scope => scope.Scope == name) ?? throw new ResourceNotFoundException($"Access scope {Echo.Of(name)} was not found.");

    /// <summary>The application with the scope, in place of the one of its name.</summary>
    /// <exception cref="ValidationException">A target is not of this instance.</exception>
    /// <exception cref="ConflictException">It has as many scopes as it may have.</exception>
    internal static IdentityApplication Put(IdentityApplication application, string name, IReadOnlyList<string>? targets, Account account)
    {
        var instance = account.IdentityCenter!;
        var foreign = targets?.FirstOrDefault(target => target != instance.Arn.Text && !target.Contains($":application/{instance.Id}/", StringComparison.Ordinal));
        if (foreign is not null)
        {
            throw new ValidationException($"The authorized target {Echo.Of(foreign)} is not of this instance.");
        }

        var others = application.Scopes.RemoveAll(scope => scope.Scope == name);

        // AWS: the operation knows no error of quotas.
        return others.Length < Quotas.ScopesPerApplication
            ? application with { Scopes = [.. others.Add(new(name, [.. targets ?? []])).OrderBy(scope => scope.Scope, StringComparer.Ordinal)] }
            : throw new ConflictException($"An application may have at most {Quotas.ScopesPerApplication} access scopes.");
    }

    /// <summary>The targets, as answers show them.</summary>
    internal static IReadOnlyList<string>? TargetsOf(ApplicationScope scope) => scope.Targets.IsEmpty ? null : scope.Targets;
}

using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Policies;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Sessions;
using Gatehouse.ServiceAuthorization;

namespace Gatehouse.Accounts;

/// <summary>What a running Gatehouse has besides accounts: keys, clocks, names, the policies AWS gives.</summary>
public sealed class Installation
{
    /// <summary>The one clock [AU-1].</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Where ids and secrets come from.</summary>
    public required IdSource Ids { get; init; }

    /// <summary>Seals and opens what must not lie on a disk in clear.</summary>
    public required SecretVault Secrets { get; init; }

    /// <summary>Makes and opens session tokens.</summary>
    public required SessionTokens Sessions { get; init; }

    /// <summary>The accounts.</summary>
    public required AccountDirectory Accounts { get; init; }

    /// <summary>The names that are unique beyond an account.</summary>
    public required Names Names { get; init; }

    /// <summary>The accounts that wait to be made.</summary>
    public CreationQueue Creations { get; } = new();

    /// <summary>Compiled policy documents, shared by everyone who holds the same text.</summary>
    public required PolicyCache Policies { get; init; }

    /// <summary>Which policies govern whom.</summary>
    public required EffectivePolicies Effective { get; init; }

    /// <summary>The actions, resource types and condition keys of every AWS service.</summary>
    public AuthorizationReference Reference { get; } = new();

    /// <summary>AWS's managed policies, the same in every account.</summary>
    public required AwsManagedPolicies AwsPolicies { get; init; }
}

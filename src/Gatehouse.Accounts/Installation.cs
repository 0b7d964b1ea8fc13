using System.Collections.Immutable;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Logins;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Accounts.Pods;
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

    /// <summary>Hashes and checks passwords.</summary>
    public PasswordHasher Passwords { get; init; } = new();

    /// <summary>Slows those who guess passwords.</summary>
    public PasswordGuard PasswordGuard { get; } = new();

    /// <summary>Makes and opens session tokens.</summary>
    public required SessionTokens Sessions { get; init; }

    /// <summary>The accounts.</summary>
    public required AccountDirectory Accounts { get; init; }

    /// <summary>The names that are unique beyond an account.</summary>
    public required Names Names { get; init; }

    /// <summary>What the operator allows of identity providers.</summary>
    public FederationRules Federation { get; init; } = FederationRules.None;

    /// <summary>Checks what identity providers say; null where nobody is taken at a provider's word.</summary>
    public IIdentityProofs? Proofs { get; init; }

    /// <summary>The Kubernetes clusters whose pods have roles.</summary>
    public ImmutableArray<PodCluster> Clusters { get; init; } = [];

    /// <summary>The accounts that wait to be made.</summary>
    public RequestQueue Creations { get; } = new();

    /// <summary>The roles of permission sets that wait to be made, changed or taken away.</summary>
    public RequestQueue Provisionings { get; } = new();

    /// <summary>Where it is reached from outside.</summary>
    public PublicAddress Address { get; init; } = new();

    /// <summary>The authorization codes of <c>aws login</c>.</summary>
    public AuthorizationCodes<LoginCode> LoginCodes { get; } = new();

    /// <summary>What the grants of <c>aws login</c> were used for lately.</summary>
    public LoginUses LoginUses { get; } = new();

    /// <summary>The authorization codes of Identity Center.</summary>
    public AuthorizationCodes<PortalCode> PortalCodes { get; } = new();

    /// <summary>What programs without a browser ask people for.</summary>
    public DeviceAuthorizations Devices { get; } = new();

    /// <summary>Who cannot sign in without a second factor in any account, whatever the account itself says [AU-616].</summary>
    public SecondFactorNeed SecondFactor { get; init; } = SecondFactorNeed.Root;

    /// <summary>Slows down who guesses one-time codes.</summary>
    public CodeThrottle CodeThrottle { get; } = new();

    /// <summary>The accounts that wait for a credential report.</summary>
    public ReportQueue Reports { get; } = new();

    /// <summary>How much accounts may have: AWS's defaults unless the operator says otherwise.</summary>
    public IamQuotas Quotas { get; init; } = new();

    /// <summary>What the operator asks of lasting access keys.</summary>
    public KeyRules Keys { get; init; } = KeyRules.None;

    /// <summary>Compiled policy documents, shared by everyone who holds the same text.</summary>
    public required PolicyCache Policies { get; init; }

    /// <summary>Which policies govern whom.</summary>
    public required EffectivePolicies Effective { get; init; }

    /// <summary>The actions, resource types and condition keys of every AWS service.</summary>
    public AuthorizationReference Reference { get; } = new();

    /// <summary>AWS's managed policies, the same in every account.</summary>
    public required AwsManagedPolicies AwsPolicies { get; init; }

    /// <summary>Who cannot sign in to an account without a second factor: an account may ask for more than the installation, never for less [AU-616].</summary>
    public SecondFactorNeed SecondFactorIn(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return account.Profile.SecondFactor > SecondFactor ? account.Profile.SecondFactor : SecondFactor;
    }
}

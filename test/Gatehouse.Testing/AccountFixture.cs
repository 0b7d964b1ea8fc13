using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Pods;
using Gatehouse.Accounts.Policies;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Accounts.Storage;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.Testing;

/// <summary>A whole installation in memory with one account in it, on which operations are called as the functions they are.</summary>
public sealed class AccountFixture : ICommitter
{
    /// <summary>The account's number.</summary>
    public const string Id = "111122223333";

    // Immutable, and slow to read: all tests share them.
    private static readonly AwsManagedPolicies AwsPolicies = new();

    private readonly AccountSlot slot;

    /// <summary>Makes the installation.</summary>
    /// <param name="proofs">Makes what checks the proofs of identity providers; nothing does when it is not given.</param>
    /// <param name="quotas">How much accounts may have; AWS's defaults when it is not said.</param>
    /// <param name="federation">What the operator allows of identity providers; nothing when it is not said.</param>
    /// <param name="keys">What the operator asks of lasting access keys; nothing when it is not said.</param>
    /// <param name="clusters">The Kubernetes clusters whose pods have roles; none when it is not said.</param>
    public AccountFixture(Func<SecretVault, TimeProvider, IIdentityProofs>? proofs = null, IamQuotas? quotas = null, FederationRules? federation = null, KeyRules? keys = null, params ImmutableArray<PodCluster> clusters)
    {
        Store = new(Clock, StoreRules.DefaultRetention);
        var ring = Wait(KeyRing.OpenAsync(Store, MasterKeys.Ephemeral(), Clock, CancellationToken.None));
        var vault = new SecretVault(ring);
        var accounts = new AccountDirectory(Store, vault);
        var policies = new PolicyCache();
        Installation = new()
        {
            Clock = Clock,
            Ids = new IdSource(),
            Secrets = vault,

            // Few rounds: tests set hundreds of passwords.
            Passwords = new PasswordHasher(1000),
            Sessions = new SessionTokens(ring, new IdSource(), Clock),
            Accounts = accounts,
            Names = Wait(Names.LoadAsync(Store, CancellationToken.None)),
            Policies = policies,
            Federation = federation ?? FederationRules.None,
            Proofs = proofs?.Invoke(vault, Clock),
            Clusters = clusters,
            AwsPolicies = AwsPolicies,
            Effective = new EffectivePolicies(policies, AwsPolicies),
            Quotas = quotas ?? new(),
            Keys = keys ?? KeyRules.None,
        };
        Found(Id);
        slot = Wait(accounts.FindAsync(Id, CancellationToken.None))!;
        Caller = Caller.Root(slot.Current, "AKIAROOTROOTROOTROOT", null);
    }

    /// <summary>The clock, at noon of 15 January 2026 until a test moves it.</summary>
    public TestClock Clock { get; } = new(new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The store.</summary>
    public MemoryStore Store { get; }

    /// <summary>The installation.</summary>
    public Installation Installation { get; }

    /// <summary>Who calls: root, unless a test says otherwise.</summary>
    public Caller Caller { get; set; }

    /// <summary>A passkey that a page has verified just now; null unless a test says otherwise.</summary>
    public Passkey? Passkey { get; set; }

    /// <summary>The account as it is now.</summary>
    public Account Account => slot.Current;

    /// <summary>The call that operations see.</summary>
    public Call Call => new()
    {
        Caller = Caller,
        Account = Account,
        Owner = Account,
        Management = Account.Profile.Membership is not { } membership ? null : membership.ManagementAccount == Id ? Account : Find(membership.ManagementAccount),
        Installation = Installation,
        Now = Clock.GetUtcNow(),
        Region = "us-east-1",
        RequestId = "00000000-0000-4000-8000-000000000000",
        Passkey = Passkey,
    };

    /// <summary>Makes a further account.</summary>
    public void Found(string id) => Wait(Installation.Accounts.CreateAsync(
        id,
        new()
        {
            Caller = Caller.Anonymous,
            Account = Account.None(id),
            Installation = Installation,
            Now = Clock.GetUtcNow(),
            Region = "us-east-1",
            RequestId = "",
        },
        draft => draft.Put(new AccountProfile { Id = id, Name = "test", Email = $"{id}@example.com", Created = Clock.GetUtcNow() }),
        CancellationToken.None));

    /// <summary>Changes the account by hand, for what a test finds already there.</summary>
    public void Change(Action<Draft> change) => Wait(CommitAsync(
        Call,
        draft =>
        {
            change(draft);
            return true;
        },
        CancellationToken.None));

    /// <summary>Another account as it is now; null when there is none.</summary>
    public Account? Find(string id) => Wait(Installation.Accounts.FindAsync(id, CancellationToken.None))?.Current;

    /// <summary>Calls an operation that changes the account; what it changed is committed.</summary>
    public TResponse Write<TOperation, TRequest, TResponse>(TRequest request)
        where TOperation : IWrite<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape => Wait(CommitAsync(Call, draft => TOperation.Handle(request, draft), CancellationToken.None));

    /// <summary>Calls an operation that only looks.</summary>
    public TResponse Read<TOperation, TRequest, TResponse>(TRequest request, Call? call = null)
        where TOperation : IRead<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape => TOperation.Handle(request, call ?? Call);

    /// <summary>Calls an operation that reaches beyond the account.</summary>
    public TResponse Reach<TOperation, TRequest, TResponse>(TRequest request, Call? call = null)
        where TOperation : IReach<TRequest, TResponse>
        where TRequest : class, IShape
        where TResponse : class, IShape => Wait(TOperation.HandleAsync(request, new Reach(call ?? Call, this, Store), CancellationToken.None));

    /// <summary>What an operation asks to be allowed.</summary>
    public Requirements Needs<TOperation, TRequest>(string action, TRequest request)
        where TOperation : IOperation<TRequest>
    {
        var needs = new Requirements(action, TOperation.Target(request, Call));
        TOperation.Require(request, Call, needs);
        return needs;
    }

    /// <summary>Calls as one of the account's users from now on.</summary>
    public void ActAs(string userName) => Caller = Caller.OfUser(Account, Account.Users.Find(userName)!, "AKIAUSERUSERUSERUSER", null);

    /// <inheritdoc/>
    public ValueTask<TResult> CommitAsync<TResult>(Call call, Func<Draft, TResult> change, CancellationToken cancel) =>
        Installation.Accounts.ChangeAsync(slot, call, change, null, cancel);

    // The store in memory never really waits.
    private static T Wait<T>(ValueTask<T> task) => task.AsTask().GetAwaiter().GetResult();
}

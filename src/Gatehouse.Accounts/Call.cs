using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts;

/// <summary>One authenticated request, as operations see it.</summary>
public sealed record Call
{
    /// <summary>Who asks.</summary>
    public required Caller Caller { get; init; }

    /// <summary>The caller's account, as it was when the request was authenticated.</summary>
    public required Account Account { get; init; }

    /// <summary>What the installation offers.</summary>
    public required Installation Installation { get; init; }

    /// <summary>The moment of the request.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The region the request was signed for.</summary>
    public required string Region { get; init; }

    /// <summary>The request's id, as the answer tells it.</summary>
    public required string RequestId { get; init; }

    /// <summary>The account that owns the resource, once it is known: the caller's own unless the resource names another. Null when that other does not exist.</summary>
    public Account? Owner { get; init; }

    /// <summary>The management account of the caller's organization; null when the account stands alone.</summary>
    public Account? Management { get; init; }

    /// <summary>The management account of the organization that the resource's account belongs to; null when it belongs to none.</summary>
    public Account? OwnerManagement { get; init; }

    /// <summary>The caller's address; null when it is not known.</summary>
    public string? SourceAddress { get; init; }

    /// <summary>The client's name for itself, no longer than trails keep it; null when it gave none.</summary>
    public string? UserAgent { get; init => field = Audit.AuditText.Cut(value); }

    /// <summary>Whether the request came over TLS.</summary>
    public bool Secure { get; init; }

    /// <summary>The condition keys of the transport and the clock, for unsigned operations, which ask policies themselves; null for all others.</summary>
    public Gatehouse.PolicyEngine.IContextSource? Network { get; init; }

    /// <summary>The certificate whose key signed the request, for operations that are signed so; null for all others.</summary>
    public PresentedCertificate? Certificate { get; init; }

    /// <summary>A passkey that a page of ours has verified just now, for the user to keep; null for whatever comes from outside, which has no way to bring one [AU-600].</summary>
    public Entities.Passkey? Passkey { get; init; }

    /// <summary>The assertion that a page of ours has used up and redeems here; null for every request that comes over a socket [AU-507].</summary>
    public Federation.SpentAssertion? SpentAssertion { get; init; }

    /// <summary>Told whom an identity provider has vouched for, so that the trail can name them whether or not they get what they ask for; null for signed operations.</summary>
    public Action<Federation.ProvenIdentity>? Proven { get; init; }

    /// <summary>What came with the request to prove that its sender holds a key, for unsigned operations; null where nothing did.</summary>
    public PresentedProof? Possession { get; init; }

    /// <summary>Told who asks where an unsigned operation finds that out itself, so that the trail can name them; null for signed operations.</summary>
    public Action<Caller>? Identified { get; init; }

    /// <summary>Told whom a token names who is no principal of any account, so that the trail can name them; null for signed operations.</summary>
    public Action<Audit.AuditIdentity>? Named { get; init; }

    /// <summary>Takes an event that a call leaves in a trail beside its own: of another account, or of what a service did for it. Null where nobody keeps one.</summary>
    public Action<Audit.AuditEvent>? Happened { get; init; }

    /// <summary>Takes what an operator should know of a change though it is made; it goes into the server's log once it is. Null where there is no log.</summary>
    public Action<string>? Warned { get; init; }

    /// <summary>For whom the session that is asked for is to act; null where the request shows nothing of that.</summary>
    public IdentityCenter.ProvenContext? Context { get; init; }

    /// <summary>The ARN of the caller's own user, for operations that act for it when no name is given; null for anyone else.</summary>
    public Arn? OwnUser => Caller.User is { } user ? user.ArnIn(Account.Id) : null;
}

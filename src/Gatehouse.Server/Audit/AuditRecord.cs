using System.Net;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Federation;
using Gatehouse.Server.Requests;
using Gatehouse.Wire;

namespace Gatehouse.Server.Audit;

/// <summary>What is known of one request, filled in as it goes its way. Rendered later, by a lane that no request waits for.</summary>
internal sealed class AuditRecord
{
    /// <summary>When the request arrived.</summary>
    internal required DateTimeOffset Time { get; init; }

    /// <summary>The clock's own stamp of that moment, to measure by.</summary>
    internal required long Started { get; init; }

    /// <summary>The request's id.</summary>
    internal required string RequestId { get; init; }

    /// <summary>The client's address; null when the transport has none.</summary>
    internal IPAddress? Address { get; init; }

    /// <summary>The client's name for itself.</summary>
    internal string? UserAgent { get; init; }

    /// <summary>What it asks for; null until that is known.</summary>
    internal Destination? Destination { get; set; }

    /// <summary>Who asks; null until that is known.</summary>
    internal Caller? Caller { get; set; }

    /// <summary>Whom an identity provider vouched for, in place of a caller; null until that is known.</summary>
    internal ProvenIdentity? Proof { get; set; }

    /// <summary>Whom a token names who is no principal of any account; null until that is known.</summary>
    internal Accounts.Audit.AuditIdentity? Named { get; set; }

    /// <summary>The account whose trail shows it, when the caller is not proven: that of a key whose signature was wrong.</summary>
    internal string? ClaimedAccount { get; set; }

    /// <summary>The region the request was signed for.</summary>
    internal string Region { get; set; } = "us-east-1";

    /// <summary>What the request says.</summary>
    internal IShape? Message { get; set; }

    /// <summary>The resource it was checked on.</summary>
    internal string? Resource { get; set; }

    /// <summary>Why it was not allowed.</summary>
    internal Denial? Denial { get; set; }

    /// <summary>Whether its event is already kept, in the commit of its change.</summary>
    internal bool Committed { get; set; }

    /// <summary>Whether the lane keeps its event.</summary>
    internal bool Kept { get; set; }

    /// <summary>The event itself, where no request is behind it; null where it is still to be made.</summary>
    internal Accounts.Audit.AuditEvent? Happened { get; init; }

    /// <summary>The refusal it was answered with; null when it succeeded.</summary>
    internal ApiException? Error { get; set; }

    /// <summary>What an operator should know of it though it succeeded; null when there is nothing.</summary>
    internal string? Warning { get; set; }

    /// <summary>What it was answered with; kept only for operations whose answers the trail shows.</summary>
    internal IShape? Response { get; set; }

    /// <summary>The account of the role that a caller of another one assumes, whose trail shows it as well once it has; null where there is none.</summary>
    internal string? SharedWith { get; set; }

    /// <summary>What joins its events in both trails; null where there is one.</summary>
    internal string? SharedEventId { get; set; }

    /// <summary>The account whose trail shows this one of two events; null for the caller's.</summary>
    internal string? Recipient { get; private init; }

    /// <summary>The account whose trail shows it; null or empty when none does.</summary>
    internal string? Account => Recipient ?? Caller?.Account.Id ?? ClaimedAccount;

    /// <summary>How long it took.</summary>
    internal TimeSpan Took { get; set; }

    /// <summary>The same record, as the trail of the account that it is shared with shows it.</summary>
    internal AuditRecord Abroad() => new()
    {
        Time = Time,
        Started = Started,
        RequestId = RequestId,
        Address = Address,
        UserAgent = UserAgent,
        Destination = Destination,
        Caller = Caller,
        Region = Region,
        Message = Message,
        Resource = Resource,
        Response = Response,
        SharedEventId = SharedEventId,
        Recipient = SharedWith,
    };
}

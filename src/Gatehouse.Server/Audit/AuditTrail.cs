using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Storage;
using Gatehouse.Server.Requests;
using Gatehouse.Wire;

namespace Gatehouse.Server.Audit;

/// <summary>Sees that every request leaves a record: changes in their own commit, everything else by the lane.</summary>
internal sealed class AuditTrail(AuditLane lane, IdSource ids, TimeProvider clock)
{
    /// <summary>What is counted of requests that asked for nothing we know.</summary>
    internal OperationNumbers Unrouted { get; } = new();

    /// <summary>Begins the record of a request.</summary>
    internal AuditRecord Open(Inbound inbound) => new()
    {
        Time = inbound.Now,
        Started = clock.GetTimestamp(),
        RequestId = inbound.RequestId,
        Address = inbound.Address,
        UserAgent = inbound.UserAgent,
    };

    /// <summary>Has the account of a role see who of another account assumes it, as AWS does; a refusal is for the caller's alone.</summary>
    internal void Share(AuditRecord record, Call call)
    {
        if (record.Destination?.Contract is { Name: "AssumeRole", Service.Name: "sts" } && call.Owner is { Exists: true } owner && owner.Id != call.Account.Id)
        {
            (record.SharedWith, record.SharedEventId) = (owner.Id, ids.NewUuid());
        }
    }

    /// <summary>Takes the event of something that no request asked for.</summary>
    internal void Keep(AuditEvent happened) => lane.Offer(new()
    {
        Time = happened.Time,
        Started = clock.GetTimestamp(),
        RequestId = happened.RequestId,
        ClaimedAccount = happened.Account,
        Resource = happened.Resources is [var first, ..] ? first.Arn : null,
        Happened = happened,
    });

    /// <summary>The event of a change that is about to be committed, to go into the same commit.</summary>
    internal Row NoteOf(AuditRecord record, IShape? response)
    {
        record.Response = response;
        return lane.NoteOf(record);
    }

    /// <summary>Ends the record of a request that was answered.</summary>
    internal void Close(AuditRecord record, IShape? response, ApiException? error)
    {
        record.Took = clock.GetElapsedTime(record.Started);
        record.Error = error;
        record.Response ??= response;
        (record.Destination?.Numbers ?? Unrouted).Count(OutcomeOf(record, error), record.Took);
        lane.Offer(record);
        if (error is null && record.SharedWith is not null)
        {
            lane.Offer(record.Abroad());
        }
    }

    /// <summary>Ends the record of a request whose client went away before it was answered.</summary>
    internal void Abandon(AuditRecord record)
    {
        record.Took = clock.GetElapsedTime(record.Started);
        record.Error = new CommonException(CommonError.InternalFailure, "The client went away before it was answered.");
        lane.Offer(record);
    }

    private static Outcome OutcomeOf(AuditRecord record, ApiException? error) => error switch
    {
        null => Outcome.Succeeded,
        CommonException { Kind: <= CommonError.AccessDenied } => Outcome.Denied,
        _ => (record.Destination?.Contract.Service.Protocol.Describe(error).Status ?? error.Status) < 500 ? Outcome.Refused : Outcome.Failed,
    };
}

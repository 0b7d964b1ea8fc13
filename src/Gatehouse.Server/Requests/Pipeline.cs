using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Storage;
using Gatehouse.Server.Audit;
using Gatehouse.Server.Authentication;
using Gatehouse.Server.Hosting;
using Gatehouse.Wire;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Server.Requests;

/// <summary>The way of every request, in order. There is no other way in.</summary>
internal sealed class Pipeline(Services services, Authenticator authenticator, Calls calls, Authorizer authorizer, Executor executor, AuditTrail audit, Settings settings, ILogger<Pipeline> log)
{
    private const string DenialHeader = "x-gatehouse-authorization-message";

    /// <summary>Answers a request: into <see cref="Inbound.Answer"/>, always.</summary>
    internal async ValueTask AnswerAsync(Inbound inbound, HttpContext http, CancellationToken cancel)
    {
        var record = audit.Open(inbound);
        try
        {
            var destination = await services.FindAsync(inbound, http, cancel);                    // what is asked, in which protocol
            record.Destination = destination;
            var proof = await IdentifyAsync(inbound, http, destination, record, cancel);          // who signed it
            var operation = destination.Operation ?? throw services.NotImplemented(destination.Contract);
            inbound.Inflate(destination.Contract.Unsigned ? Services.UnsignedBody : Services.OtherBody);
            var message = operation.Read(inbound.Wire);                                     // what it says, checked against the model
            record.Message = message;
            var call = await calls.MakeAsync(inbound, proof, operation, message, cancel);
            call = operation.Prove(message, call);                                          // what it shows beside its signature
            if (http.Features.Get<Passkey>() is { } passkey)
            {
                // A page of ours has verified it; nothing that comes over a socket brings one.
                call = call with { Passkey = passkey };
            }

            if (http.Features.Get<SpentAssertion>() is { } spent)
            {
                call = call with { SpentAssertion = spent };
            }

            if (destination.Contract.Unsigned)
            {
                // AWS: who is federated shows in the trail of the account they ask for.
                record.ClaimedAccount = call.Owner?.Id;
                record.Resource = operation.Target(message, call).Text;
                call = call with { Proven = proven => record.Proof = proven, Identified = caller => record.Caller = caller, Named = identity => record.Named = identity };
            }

            audit.Share(record, call);
            if (operation.NeedsPermission)
            {
                Require(inbound, call, destination, message, record);                             // whether the caller may
            }

            var response = await executor.RunAsync(operation, message, call, proof.Slot, record, cancel);
            destination.Contract.Service.Protocol.WriteResponse(destination.Contract, response, inbound.RequestId, inbound.Answer);
            audit.Close(record, response, null);
        }
        catch (ApiException refusal)
        {
            Refuse(inbound, record, refusal);
        }
        catch (StoreUnavailableException away)
        {
            log.StoreAway(away, inbound.RequestId);
            Refuse(inbound, record, new CommonException(CommonError.ServiceUnavailable, "The request has failed due to a temporary failure of the server."));
        }
        catch (BadHttpRequestException broken)
        {
            // Kestrel's own limits and framing errors: the body ended early, a chunk was malformed, the client was too slow.
            var kind = broken.StatusCode == StatusCodes.Status413PayloadTooLarge ? CommonError.TooBig : CommonError.Malformed;
            Refuse(inbound, record, new CommonException(kind, "The request could not be read."));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            audit.Abandon(record);
            throw;
        }
#pragma warning disable CA1031 // The last line of defence: whatever else goes wrong is our fault, and is answered as such.
        catch (Exception mistake)
#pragma warning restore CA1031
        {
            log.Mistake(mistake, inbound.RequestId, record.Destination?.Contract.ToString());
            Refuse(inbound, record, new CommonException(CommonError.InternalFailure, "The request processing has failed because of an unknown error, exception or failure."));
        }
    }

    private async ValueTask<Proof> IdentifyAsync(Inbound inbound, HttpContext http, Destination destination, AuditRecord record, CancellationToken cancel)
    {
        if (destination.Contract.Unsigned)
        {
            // [AU-12]: whatever credentials come along are neither verified nor recorded.
            await inbound.ReadBodyAsync(http, Services.UnsignedBody, cancel);
            if (destination.Contract.SignedByCertificate)
            {
                var certified = authenticator.IdentifyCertificate(inbound, destination.Contract.Service);
                record.Region = certified.Region;
                return certified;
            }

            return new(Caller.Anonymous, null, authenticator.Rules.Region, default);
        }

        var proof = await authenticator.IdentifyAsync(inbound, http, destination, record, cancel);
        record.Caller = proof.Caller;
        record.Region = proof.Region;
        proof.Slot?.Activity.Note(proof.Caller, destination.Action, destination.Contract.Service.SigningName, proof.Region, inbound.Now);
        RegionLimits.Require(proof, destination.Contract, authenticator.Rules.Regions);
        SessionLimits.Require(proof.Caller, destination.Contract);
        return proof;
    }

    private void Require(Inbound inbound, Call call, Destination destination, IShape message, AuditRecord record)
    {
        var operation = destination.Operation!;
        var needs = new Requirements(operation.Action, operation.Target(message, call));
        operation.Require(message, call, needs);
        record.Resource = needs.Checks[0].Resource.Text;
        var network = new RequestKeys(inbound, call.Caller, call.Region, destination.Contract.Service.Name is "iam" or "organizations");
        if (authorizer.Judge(call, needs, network) is { } denial)
        {
            record.Denial = denial;
            inbound.DenialMessage = settings.AuthorizationMessages ? authorizer.Encode(call, needs, network, denial) : null;
            throw new CommonException(CommonError.AccessDenied, denial.Sentence);
        }
    }

    private void Refuse(Inbound inbound, AuditRecord record, ApiException refusal)
    {
        refusal = record.Destination?.Operation?.Refuse(refusal) ?? refusal;
        var told = inbound.Told is { } more && refusal is CommonException { Kind: CommonError.Signature } ? new CommonException(CommonError.Signature, more) : refusal;
        inbound.Protocol.WriteError(inbound.Service, told, inbound.RequestId, inbound.Answer);
        if (inbound.DenialMessage is { } denied)
        {
            inbound.Answer.AddHeader(DenialHeader, denied);
        }

        audit.Close(record, null, refusal);
    }
}

using System.Collections.Frozen;
using Gatehouse.Operations;
using Gatehouse.Server.Authentication;
using Gatehouse.Wire;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Server.Requests;

/// <summary>Finds out which operation of which service a request asks for [AU-3].</summary>
internal sealed class Services
{
    /// <summary>The largest form, and the largest body of an unsigned operation [AU-7].</summary>
    internal const int UnsignedBody = 1024 * 1024;

    /// <summary>The largest form that a request signed for IAM may send: it may carry SAML metadata [AU-7].</summary>
    internal const int IamBody = 32 * 1024 * 1024;

    /// <summary>The largest body of any other request [AU-7].</summary>
    internal const int OtherBody = 4 * 1024 * 1024;

    private readonly ServiceCatalog catalog;
    private readonly FrozenDictionary<OperationContract, Destination> destinations;
    private readonly Authenticator authenticator;
    private readonly FrozenSet<string> globalHosts;

    internal Services(IReadOnlyList<ServiceContract> services, IEnumerable<Operation> operations, Authenticator authenticator, IEnumerable<string> globalHosts)
    {
        this.authenticator = authenticator;
        this.globalHosts = globalHosts.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        catalog = new(services);
        var known = operations.ToDictionary(operation => operation.Contract);
        destinations = services
            .SelectMany(service => service.All)
            .ToFrozenDictionary(contract => contract, contract => new Destination(contract, known.GetValueOrDefault(contract), new()));
    }

    /// <summary>Every operation of every model, whether or not we do it.</summary>
    internal IEnumerable<Destination> All => destinations.Values;

    /// <summary>Finds the operation; reads the body of a form first, since it may carry the action.</summary>
    /// <exception cref="ApiException">There is no such operation, or the request cannot be read.</exception>
    internal async ValueTask<Destination> FindAsync(Inbound inbound, HttpContext http, CancellationToken cancel)
    {
        // [AU-102]: no service sees a target that is not a path with whole escapes, so that none reads it otherwise than its signature.
        if (!inbound.TargetIsWhole)
        {
            throw new CommonException(CommonError.Malformed, "The request target is not a path with whole escapes.");
        }

        if (inbound.Wire.IsForm)
        {
            var limit = http.Request.ContentLength is null or > UnsignedBody && authenticator.LooksSignedFor(inbound, "iam") ? IamBody : UnsignedBody;
            await inbound.ReadBodyAsync(http, limit, cancel);
            inbound.Inflate(limit);
        }

        var route = catalog.Find(inbound.Wire);
        (inbound.Protocol, inbound.Service) = (route.Protocol, route.Service);
        if (route.Operation is { } contract)
        {
            // [AU-300]: a host name that stands for all regions has no such operation.
            return RegionLimits.IsRegional(contract) && inbound.Find("Host") is { } host && globalHosts.Contains(HostString.FromUriComponent(host).Host)
                ? throw new CommonException(CommonError.InvalidAction, $"Could not find operation {contract.Name} for version {contract.Service.ApiVersion}")
                : destinations[contract];
        }

        // [AU-13]: who sends no credentials at all learns that first, whatever is asked.
        throw route.Refusal is { Kind: CommonError.InvalidAction or CommonError.MissingAction } && authenticator.MissingIn(inbound) is { } missing
            ? missing
            : route.Refusal!;
    }

    /// <summary>The refusal of an operation that the model has and we do not do yet.</summary>
    internal CommonException NotImplemented(OperationContract contract) =>
        new(CommonError.NotImplemented, $"The operation {contract.Name} of {contract.Service.Name} is not implemented by this version of Gatehouse.");
}

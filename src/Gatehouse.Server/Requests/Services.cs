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
    private readonly FrozenDictionary<OperationContract, Route> routes;
    private readonly Authenticator authenticator;

    internal Services(IReadOnlyList<ServiceContract> services, IEnumerable<Operation> operations, Authenticator authenticator)
    {
        this.authenticator = authenticator;
        catalog = new(services);
        var known = operations.ToDictionary(operation => operation.Contract);
        routes = services
            .SelectMany(service => service.All)
            .ToFrozenDictionary(contract => contract, contract => new Route(contract, known.GetValueOrDefault(contract), new()));
    }

    /// <summary>Every operation of every model, whether or not we do it.</summary>
    internal IEnumerable<Route> All => routes.Values;

    /// <summary>Finds the operation; reads the body of a form first, since it may carry the action.</summary>
    /// <exception cref="ApiException">There is no such operation, or the request cannot be read.</exception>
    internal async ValueTask<Route> FindAsync(Inbound inbound, HttpContext http, CancellationToken cancel)
    {
        if (inbound.Wire.IsForm)
        {
            var limit = http.Request.ContentLength is null or > UnsignedBody && authenticator.LooksSignedFor(inbound, "iam") ? IamBody : UnsignedBody;
            await inbound.ReadBodyAsync(http, limit, cancel);
        }

        return routes[catalog.Find(inbound.Wire)];
    }

    /// <summary>The refusal of an operation that the model has and we do not do yet.</summary>
    internal CommonException NotImplemented(OperationContract contract) =>
        new(CommonError.NotImplemented, $"The operation {contract.Name} of {contract.Service.Name} is not implemented by this version of Gatehouse.");

    /// <summary>How a refusal is written: as the service does, or as the request looks when no service was found.</summary>
    internal Protocol ProtocolOf(Inbound inbound, ServiceContract? service) => service?.Protocol ?? catalog.ProtocolOf(inbound.Wire);
}

using System.Collections.Frozen;
using System.Text;

namespace Gatehouse.Wire;

/// <summary>The services of an endpoint, and the way from a request to one operation of theirs (AU-3, AU-13).</summary>
/// <remarks>Thread safe. The scope of the signature has no say: it is compared with what is found here, later (AU-114).</remarks>
public sealed class ServiceCatalog
{
    private const int LongestName = 128;

    private readonly FrozenDictionary<string, ServiceContract[]> byVersion;
    private readonly FrozenDictionary<string, ServiceContract> byTarget;
    private readonly FrozenDictionary<string, ServiceContract[]>.AlternateLookup<ReadOnlySpan<char>> versions;
    private readonly FrozenDictionary<string, ServiceContract>.AlternateLookup<ReadOnlySpan<char>> targets;
    private readonly RestRoutes routes;

    /// <summary>A catalog of these services.</summary>
    public ServiceCatalog(params IEnumerable<ServiceContract> services)
    {
        Services = [.. services];
        byVersion = Services.Where(service => service.Protocol == Protocol.Query)
            .GroupBy(service => service.ApiVersion, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        byTarget = Services.Where(service => service.Protocol is JsonProtocol)
            .SelectMany(service => new[] { service.TargetPrefix, service.QualifiedTargetPrefix }.Select(prefix => (prefix, service)))
            .ToFrozenDictionary(pair => pair.prefix, pair => pair.service, StringComparer.Ordinal);
        versions = byVersion.GetAlternateLookup<ReadOnlySpan<char>>();
        targets = byTarget.GetAlternateLookup<ReadOnlySpan<char>>();
        routes = new(Services.Where(service => service.Protocol == Protocol.RestJson).SelectMany(service => service.All));
    }

    /// <summary>The services, in the order they were given.</summary>
    public IReadOnlyList<ServiceContract> Services { get; }

    /// <summary>Finds what is asked. Never throws: what is wrong is in <see cref="Route.Refusal"/>.</summary>
    public Route Find(WireRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Headers.Find("X-Amz-Target") is { } target && request.IsRoot)
        {
            return FindTarget(request, target);
        }

        return request.IsRoot ? FindAction(request) : FindPath(request);
    }

    private static Route Refuse(Protocol protocol, ServiceContract? service, CommonError kind, string message) =>
        new(protocol, service, Operation: null, new CommonException(kind, message));

    private Route FindTarget(WireRequest request, string target)
    {
        if (target.Contains(',', StringComparison.Ordinal))
        {
            return Refuse(Protocol.Json11, null, CommonError.Malformed, "X-Amz-Target is given more than once.");
        }

        var dot = target.LastIndexOf('.');
        if (!targets.TryGetValue(dot < 0 ? default : target.AsSpan(0, dot), out var service))
        {
            var protocol = request.IsMediaType("application/x-amz-json-1.0") ? Protocol.Json10 : Protocol.Json11;
            return Refuse(protocol, null, CommonError.InvalidAction, $"Could not find operation {Echo.Of(target)}");
        }

        if (request.Method != "POST")
        {
            return Refuse(service.Protocol, service, CommonError.MethodNotAllowed, "The operation is called by POST.");
        }

        // EN-22: a form with a target header has two readings.
        if (!request.IsMediaType("application/x-amz-json-1.0") && !request.IsMediaType("application/x-amz-json-1.1"))
        {
            return Refuse(service.Protocol, service, CommonError.Malformed, "The Content-Type is not application/x-amz-json-1.0 or 1.1.");
        }

        return service.OperationsBySpan.TryGetValue(target.AsSpan(dot + 1), out var operation)
            ? new(service.Protocol, service, operation, Refusal: null)
            : Refuse(service.Protocol, service, CommonError.InvalidAction, $"Could not find operation {Echo.Of(target.AsSpan(dot + 1))}");
    }

    private Route FindPath(WireRequest request)
    {
        try
        {
            return routes.Find(request) is { } operation
                ? new(Protocol.RestJson, operation.Service, operation, Refusal: null)
                : Refuse(Protocol.RestJson, null, CommonError.InvalidAction, $"Could not find operation {Echo.Of(request.Method)} {Echo.Of(request.Path)}");
        }
        catch (CommonException refusal)
        {
            return new(Protocol.RestJson, Service: null, Operation: null, refusal);
        }
    }

    private Route FindAction(WireRequest request)
    {
        if (request.Method is not ("GET" or "POST"))
        {
            return Refuse(Protocol.Query, null, CommonError.MethodNotAllowed, "Only GET and POST are known here.");
        }

        FormFields form;
        try
        {
            form = request.Form;
        }
        catch (CommonException refusal)
        {
            return new(Protocol.Query, Service: null, Operation: null, refusal);
        }

        var actionAt = form.Find("Action"u8);
        var versionAt = form.Find("Version"u8);
        if (actionAt < 0)
        {
            return Refuse(Protocol.Query, null, CommonError.MissingAction, "The request must contain the parameter Action.");
        }

        Span<char> action = stackalloc char[LongestName];
        Span<char> version = stackalloc char[LongestName];
        action = Chars(form.Value(actionAt), action);
        version = versionAt < 0 ? default : Chars(form.Value(versionAt), version);
        ServiceContract? first = null;
        if (versions.TryGetValue(version, out var services))
        {
            foreach (var service in services)
            {
                first ??= service;
                if (service.OperationsBySpan.TryGetValue(action, out var operation))
                {
                    return new(Protocol.Query, service, operation, Refusal: null);
                }
            }
        }

        var asked = versionAt < 0 ? "NO_VERSION_SPECIFIED" : Echo.Of(form.Value(versionAt));
        return Refuse(Protocol.Query, first, CommonError.InvalidAction, $"Could not find operation {Echo.Of(form.Value(actionAt))} for version {asked}");
    }

    /// <summary>A name as characters; one too long to be any of ours is cut, and so is none.</summary>
    private static Span<char> Chars(ReadOnlySpan<byte> name, Span<char> room) =>
        room[..Encoding.Latin1.GetChars(name[..Math.Min(name.Length, room.Length)], room)];
}

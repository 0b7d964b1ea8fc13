namespace Gatehouse.Wire;

/// <summary>A way of writing messages down. One object serves every request.</summary>
public abstract class Protocol
{
    private protected Protocol(string name) => Name = name;

    /// <summary>AWS Query: a form in, XML out.</summary>
    public static Protocol Query { get; } = new QueryProtocol();

    /// <summary>AWS JSON 1.0.</summary>
    public static Protocol Json10 { get; } = new JsonProtocol("1.0");

    /// <summary>AWS JSON 1.1.</summary>
    public static Protocol Json11 { get; } = new JsonProtocol("1.1");

    /// <summary>REST with JSON bodies.</summary>
    public static Protocol RestJson { get; } = new RestJsonProtocol();

    /// <summary>The name in the Smithy IDL.</summary>
    public string Name { get; }

    /// <summary>The status and code of a refusal in this protocol (AU-4).</summary>
    public abstract (int Status, string Code) Describe(ApiException error);

    /// <summary>Starts reading a request.</summary>
    public abstract ShapeReader Open(OperationContract operation, WireRequest request);

    /// <summary>Writes an answer.</summary>
    public abstract void WriteResponse(OperationContract operation, IShape response, string requestId, WireAnswer answer);

    /// <summary>Writes a refusal (AU-5). The service is null when the request named none that we know.</summary>
    public abstract void WriteError(ServiceContract? service, ApiException error, string requestId, WireAnswer answer);

    /// <inheritdoc/>
    public override string ToString() => Name;
}

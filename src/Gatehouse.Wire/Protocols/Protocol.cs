namespace Gatehouse.Wire;

/// <summary>A way of writing messages down. One object serves every request.</summary>
public abstract class Protocol
{
    private protected Protocol(string name) => Name = name;

    /// <summary>AWS Query: a form in, XML out.</summary>
    public static Protocol Query { get; } = new PendingProtocol("awsQuery", CommonErrors.Query);

    /// <summary>AWS JSON 1.0.</summary>
    public static Protocol Json10 { get; } = new PendingProtocol("awsJson1_0", CommonErrors.Json);

    /// <summary>AWS JSON 1.1.</summary>
    public static Protocol Json11 { get; } = new PendingProtocol("awsJson1_1", CommonErrors.Json);

    /// <summary>REST with JSON bodies.</summary>
    public static Protocol RestJson { get; } = new PendingProtocol("restJson1", CommonErrors.Rest);

    /// <summary>The name in the Smithy IDL.</summary>
    public string Name { get; }

    /// <summary>The status and code of a refusal in this protocol (AU-4).</summary>
    public abstract (int Status, string Code) Describe(ApiException error);

    /// <summary>Starts reading a request.</summary>
    public abstract ShapeReader Open(OperationContract operation, WireRequest request);

    /// <summary>Writes an answer.</summary>
    public abstract void WriteResponse(OperationContract operation, IShape response, string requestId, WireAnswer answer);

    /// <summary>Writes a refusal (AU-5). The service is null when the request named none.</summary>
    public abstract void WriteError(ServiceContract? service, ApiException error, string requestId, WireAnswer answer);

    private sealed class PendingProtocol(string name, Func<CommonError, (int, string)> common) : Protocol(name)
    {
        public override (int Status, string Code) Describe(ApiException error) =>
            error is CommonException known ? common(known.Kind) : (error.Status, error.Code);

        public override ShapeReader Open(OperationContract operation, WireRequest request) => throw new NotSupportedException("Not written yet.");

        public override void WriteResponse(OperationContract operation, IShape response, string requestId, WireAnswer answer) =>
            throw new NotSupportedException("Not written yet.");

        public override void WriteError(ServiceContract? service, ApiException error, string requestId, WireAnswer answer) =>
            throw new NotSupportedException("Not written yet.");
    }
}

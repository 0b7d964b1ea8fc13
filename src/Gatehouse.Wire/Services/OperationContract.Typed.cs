namespace Gatehouse.Wire;

/// <summary>What the model says of an operation.</summary>
public sealed class OperationContract<TRequest, TResponse> : OperationContract
    where TRequest : class, IShape
    where TResponse : class, IShape
{
    private readonly Func<ShapeReader, TRequest> read;
    private readonly Func<ShapeReader, TResponse> readResponse;

    /// <summary>Describes an operation.</summary>
    public OperationContract(ServiceContract service, string name, Func<ShapeReader, TRequest> read, Func<ShapeReader, TResponse> readResponse)
        : base(service, name)
    {
        this.read = read;
        this.readResponse = readResponse;
    }

    /// <inheritdoc/>
    public override Type RequestType => typeof(TRequest);

    /// <inheritdoc/>
    public override Type ResponseType => typeof(TResponse);

    /// <summary>Reads a request and checks it against the model's constraints (AU-6, step 17).</summary>
    /// <exception cref="CommonException">It cannot be read, or breaks a constraint.</exception>
    public TRequest Read(WireRequest request)
    {
        var message = Parse(request);
        request.Check(message);
        return message;
    }

    /// <summary>Reads a request without checking its values.</summary>
    /// <exception cref="CommonException">It cannot be read.</exception>
    public TRequest Parse(WireRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return read(Service.Protocol.Open(this, request));
    }

    /// <summary>Reads an answer; for clients and tests.</summary>
    public TResponse ReadResponse(ShapeReader reader) => readResponse(reader);

    /// <inheritdoc/>
    public override IShape ReadShape(WireRequest request) => Read(request);
}

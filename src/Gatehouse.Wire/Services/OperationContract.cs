namespace Gatehouse.Wire;

/// <summary>What the model says of an operation, whatever its messages.</summary>
public abstract class OperationContract
{
    private protected OperationContract(ServiceContract service, string name)
    {
        Service = service;
        Name = name;
    }

    /// <summary>The service it belongs to.</summary>
    public ServiceContract Service { get; }

    /// <summary>AWS's name: <c>CreateUser</c>.</summary>
    public string Name { get; }

    /// <summary>Whether it is called without a signature (AU-2).</summary>
    public bool Unsigned { get; init; }

    /// <summary>Whether it is signed with the key of a certificate that comes along, and by no caller (AU-860); then it is <see cref="Unsigned"/> too.</summary>
    public bool SignedByCertificate { get; init; }

    /// <summary>Whether the model gives it an output, be it an empty one.</summary>
    public bool HasOutput { get; init; } = true;

    /// <summary>Its method in REST-JSON.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>Its path in REST-JSON.</summary>
    public UriTemplate? Uri { get; init; }

    /// <summary>The status of an answer in REST-JSON.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The names of the errors that the model lists.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The class of its requests.</summary>
    public abstract Type RequestType { get; }

    /// <summary>The class of its answers.</summary>
    public abstract Type ResponseType { get; }

    /// <summary>What the protocol keeps with the operation.</summary>
    internal object? Envelope { get; set; }

    /// <summary>Reads a request and checks it against the model's constraints.</summary>
    /// <exception cref="CommonException">It cannot be read, or breaks a constraint.</exception>
    public abstract IShape ReadShape(WireRequest request);

    /// <inheritdoc/>
    public override string ToString() => $"{Service.Name}:{Name}";
}

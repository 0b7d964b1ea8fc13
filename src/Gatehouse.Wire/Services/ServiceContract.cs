using System.Collections.Frozen;

namespace Gatehouse.Wire;

/// <summary>What the model says of a service: its names, its protocol, its operations.</summary>
public sealed class ServiceContract
{
    private readonly Lazy<IReadOnlyList<OperationContract>> all;
    private readonly Lazy<FrozenDictionary<string, OperationContract>> byName;

    /// <summary>Describes a service. The operations are asked for on first use, for they know their service.</summary>
    public ServiceContract(string name, Func<IReadOnlyList<OperationContract>> operations)
    {
        Name = name;
        all = new(operations);
        byName = new(() => all.Value.ToFrozenDictionary(operation => operation.Name, StringComparer.Ordinal));
    }

    /// <summary>The name of the model: <c>iam</c>.</summary>
    public string Name { get; }

    /// <summary>The name in AWS's software: <c>IAM</c>.</summary>
    public required string SdkId { get; init; }

    /// <summary>The version of the interface: <c>2010-05-08</c>.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>The service in a signature's scope (AU-2).</summary>
    public required string SigningName { get; init; }

    /// <summary>Whether SigV4A is declared too.</summary>
    public bool SigV4A { get; init; }

    /// <summary>How its messages are written.</summary>
    public required Protocol Protocol { get; init; }

    /// <summary>What stands before the dot of <c>X-Amz-Target</c>: <c>AWSOrganizationsV20161128</c>.</summary>
    public required string TargetPrefix { get; init; }

    /// <summary>The same with the model's namespace before it, which older clients of some services send.</summary>
    public required string QualifiedTargetPrefix { get; init; }

    /// <summary>The XML namespace of Query answers.</summary>
    public string? XmlNamespace { get; init; }

    /// <summary>Every operation, by name in order.</summary>
    public IReadOnlyList<OperationContract> All => all.Value;

    /// <summary>The operations by name.</summary>
    public FrozenDictionary<string, OperationContract> Operations => byName.Value;

    /// <summary>The operations by a name that is not a string yet.</summary>
    internal FrozenDictionary<string, OperationContract>.AlternateLookup<ReadOnlySpan<char>> OperationsBySpan =>
        byName.Value.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public override string ToString() => Name;
}

using System.Collections.Immutable;

namespace Gatehouse.Signatures;

/// <summary>A request about to be sent: what a <see cref="Signer"/> signs, and what it hands back signed.</summary>
public sealed record OutgoingRequest
{
    /// <summary>The method.</summary>
    public required string Method { get; init; }

    /// <summary>The target as it will go over the wire: path and query, already encoded.</summary>
    public required string Target { get; init; }

    /// <summary>The header lines in order; <c>Host</c> must be one of them.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>The body.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>The method and path alone: headers and query may hold a signature and a token.</summary>
    public override string ToString() => $"{Method} {Target.Split('?')[0]}";

    internal IncomingRequest<HeaderList> AsIncoming() => new(Method, Target, new(Headers));

    internal OutgoingRequest With(string header, string value) => this with { Headers = Headers.Add(new(header, value)) };
}

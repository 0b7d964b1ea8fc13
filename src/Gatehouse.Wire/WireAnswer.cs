using System.Buffers;

namespace Gatehouse.Wire;

/// <summary>An answer as a protocol wrote it: status, headers, body.</summary>
/// <remarks>Not thread safe. Writing another answer into it replaces the first; <see cref="Dispose"/> gives its array back, which ends <see cref="Body"/>.</remarks>
public sealed class WireAnswer : IDisposable
{
    private readonly List<KeyValuePair<string, string>> headers = [];
    private XmlWriter? xml;
    private JsonWriter? json;

    /// <summary>The HTTP status.</summary>
    public int Status { get; private set; } = 200;

    /// <summary>The content type; null when there is no body.</summary>
    public string? ContentType { get; private set; }

    /// <summary>The other headers, <c>x-amzn-RequestId</c> first.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => headers;

    /// <summary>The body, until the next answer is written.</summary>
    public ReadOnlyMemory<byte> Body => Output.Written;

    internal Utf8Output Output { get; } = new();

    internal XmlWriter Xml => xml ??= new(Output);

    internal JsonWriter Json => json ??= new(this);

    /// <summary>Copies the body.</summary>
    public void CopyTo(IBufferWriter<byte> target) => target.Write(Body.Span);

    /// <summary>Forgets the answer, which may hold a secret.</summary>
    public void Clear()
    {
        headers.Clear();
        Output.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        headers.Clear();
        Output.Dispose();
    }

    /// <summary>Adds a header to the answer that was written.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value: visible ASCII.</param>
    public void AddHeader(string name, string value) => headers.Add(new(name, value));

    internal void Begin(int status, string? contentType, string requestId)
    {
        Output.Clear();
        headers.Clear();
        (Status, ContentType) = (status, contentType);
        AddHeader("x-amzn-RequestId", requestId);
    }

    /// <summary>Takes the body back: the answer has none after all.</summary>
    internal void DropBody()
    {
        Output.Clear();
        ContentType = null;
    }
}

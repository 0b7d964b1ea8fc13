using System.Text.Json;

namespace Gatehouse.Wire;

/// <summary>A request as it arrived: path and query undecoded, the body whole. Reads what routing and the protocols ask, at most once each.</summary>
/// <remarks>
/// Not thread safe. May be used again after <see cref="Reset"/>, which lets a server keep one a connection; <see cref="Dispose"/> gives its arrays back.
/// The path is without the base path of the endpoint (AU-3), the query without its question mark.
/// </remarks>
public sealed class WireRequest : IDisposable
{
    private readonly FormFields form = new();
    private readonly QueryReader queryReader = new();
    private readonly ConstraintChecker checker = new();
    private JsonDocument? document;
    private bool formRead;

    /// <summary>An empty request, to be <see cref="Reset"/>.</summary>
    public WireRequest() => Headers = NoHeaders.Instance;

    /// <summary>A request.</summary>
    public WireRequest(string method, string path, string query, IHeaderSource headers, ReadOnlyMemory<byte> body)
        : this() => Reset(method, path, query, headers, body);

    /// <summary>The method, in capitals.</summary>
    public string Method { get; private set; } = "GET";

    /// <summary>The path as sent.</summary>
    public string Path { get; private set; } = "/";

    /// <summary>The query string as sent.</summary>
    public string Query { get; private set; } = "";

    /// <summary>The headers.</summary>
    public IHeaderSource Headers { get; private set; }

    /// <summary>The body. May be given after routing when the request is not a form.</summary>
    public ReadOnlyMemory<byte> Body { get; set; }

    /// <summary>Whether routing needs the body: a form may carry <c>Action</c> (AU-7).</summary>
    public bool IsForm =>
        Method == "POST" && Headers.Find("X-Amz-Target") is null && IsMediaType("application/x-www-form-urlencoded");

    /// <summary>Whether the path is the endpoint itself, with or without its slash.</summary>
    internal bool IsRoot => Path is "" or "/";

    /// <summary>The parameters of the query string and the form.</summary>
    /// <exception cref="CommonException">They are malformed.</exception>
    internal FormFields Form
    {
        get
        {
            if (!formRead)
            {
                form.Read(Query, IsForm ? Body.Span : default);
                formRead = true;
            }

            return form;
        }
    }

    /// <summary>Makes it another request.</summary>
    public void Reset(string method, string path, string query, IHeaderSource headers, ReadOnlyMemory<byte> body)
    {
        Clear();
        (Method, Path, Query, Headers, Body) = (method, path, query, headers, body);
    }

    /// <summary>Gives back what it rented.</summary>
    public void Dispose()
    {
        Clear();
        form.Dispose();
    }

    /// <summary>Checks a message against the constraints of its model (AU-305).</summary>
    /// <exception cref="CommonException">One or more are broken; the sentence names them all.</exception>
    internal void Check(IShape message) => checker.Check(message);

    internal ShapeReader OpenForm() => queryReader.Open(Form);

    /// <summary>The body as JSON; an empty one is an empty object (EN-22).</summary>
    internal JsonElement OpenJson()
    {
        document ??= JsonReading.Parse(Body);
        return document.RootElement;
    }

    internal bool IsMediaType(string type) =>
        Headers.Find("Content-Type") is { } given && given.StartsWith(type, StringComparison.OrdinalIgnoreCase)
        && (given.Length == type.Length || given[type.Length] is ';' or ' ');

    private void Clear()
    {
        form.Clear();
        document?.Dispose();
        document = null;
        formRead = false;
        Body = default;
        Headers = NoHeaders.Instance;
    }

    private sealed class NoHeaders : IHeaderSource
    {
        internal static readonly NoHeaders Instance = new();

        public string? Find(string name) => null;
    }
}

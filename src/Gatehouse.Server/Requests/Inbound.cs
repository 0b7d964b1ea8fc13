using System.Net;
using System.Security.Cryptography;
using Gatehouse.Server.Authentication;
using Gatehouse.Signatures;
using Gatehouse.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Gatehouse.Server.Requests;

/// <summary>One request as it arrived, and the answer it gets: method, target and headers in place, the body in a pooled array.</summary>
/// <remarks>Used by one request at a time and then used again; nothing of it may be kept.</remarks>
internal sealed class Inbound(BodyBudget budget) : Wire.IHeaderSource, IDisposable
{
    private static readonly IHeaderDictionary NoHeaders = new HeaderDictionary { IsReadOnly = true };

    private const string TargetHeader = "X-Amz-Target";

    private readonly WireRequest wire = new();
    private IHeaderDictionary headers = NoHeaders;
    private string? target;
    private string above = "";
    private byte[] body = [];
    private int bodyLength;
    private int share;
    private InflatedBody? inflated;

    /// <summary>The request, as protocols read it.</summary>
    internal WireRequest Wire => wire;

    /// <summary>The answer, as protocols write it.</summary>
    internal WireAnswer Answer { get; } = new();

    /// <summary>The request, as signatures cover it.</summary>
    internal IncomingRequest<HeaderLines> Signed { get; private set; }

    /// <summary>Whether its target is a path with whole escapes; without one it asks for nothing [AU-102].</summary>
    internal bool TargetIsWhole { get; private set; }

    /// <summary>When it arrived.</summary>
    internal DateTimeOffset Now { get; private set; }

    /// <summary>Its id, as the answer tells it.</summary>
    internal string RequestId { get; private set; } = "";

    /// <summary>The client's address; null when the transport has none.</summary>
    internal IPAddress? Address { get; private set; }

    /// <summary>Whether it came over TLS.</summary>
    internal bool Secure { get; private set; }

    /// <summary>How it is answered: AWS Query until routing knows better.</summary>
    internal Protocol Protocol { get; set; } = Protocol.Query;

    /// <summary>The service it asks; null until routing knows.</summary>
    internal ServiceContract? Service { get; set; }

    /// <summary>The address as the client has it, without the query.</summary>
    internal string Url => $"{(Secure ? "https" : "http")}://{Find("Host")}{above}{wire.Path}";

    /// <summary>The body as received.</summary>
    internal ReadOnlyMemory<byte> Body => body.AsMemory(0, bodyLength);

    /// <summary>Whether the body was read.</summary>
    internal bool BodyRead { get; private set; }

    /// <summary>What the client calls itself; null when it does not say.</summary>
    internal string? UserAgent => Find("User-Agent");

    /// <summary>What its sender alone is told in place of a refusal's own message; null for that message [AU-147].</summary>
    internal string? Told { get; set; }

    /// <summary>The sealed account of a denial, for those who may open it [PE-102]; null where none is to be given.</summary>
    internal string? DenialMessage { get; set; }

    /// <summary>Takes up a request.</summary>
    internal void Begin(HttpContext http, DateTimeOffset now, string requestId)
    {
        var request = (IHttpRequestFeature)http.Features[typeof(IHttpRequestFeature)]!;
        headers = request.Headers;

        // Asked for again and again while the operation is found, and mostly absent.
        target = Joined(headers[TargetHeader]);
        Now = now;
        RequestId = requestId;
        Address = http.Connection.RemoteIpAddress;
        Secure = request.Scheme == "https";
        (bodyLength, BodyRead) = (0, false);
        (Protocol, Service, Told, DenialMessage) = (Protocol.Query, null, null, null);

        // The target as sent: the decoded path would let a router and a signature see different things [AU-101].
        var raw = request.RawTarget;
        Signed = new(request.Method, raw, new HeaderLines(headers));
        // INVARIANT: cut where the signature's reading of it is cut, by the same code.
        TargetIsWhole = RequestTarget.TryParse(raw, out var parts);
        var path = parts.Path.ToString();
        above = request.PathBase is { Length: > 0 } below && path.StartsWith(below, StringComparison.Ordinal) ? below : "";
        path = path[above.Length..];
        wire.Reset(request.Method, path.Length == 0 ? "/" : path, parts.Query.ToString(), this, default);
    }

    /// <summary>Reads the body, up to a limit.</summary>
    /// <exception cref="ApiException">It is larger, comes too slowly, or too many large ones are being read.</exception>
    internal async ValueTask ReadBodyAsync(HttpContext http, int limit, CancellationToken cancel)
    {
        if (BodyRead)
        {
            return;
        }

        var length = http.Request.ContentLength;
        if (length > limit)
        {
            throw TooBig(limit);
        }

        if (length != 0)
        {
            await FillAsync(http.Request.Body, length, limit, cancel);
        }

        BodyRead = true;
        wire.Body = Body;
    }

    /// <summary>Lets protocols read what a compressed body holds, once: the signature covers the body as it came [AU-135].</summary>
    /// <param name="limit">The most bytes it may hold.</param>
    /// <exception cref="ApiException">It holds more, or cannot be read.</exception>
    internal void Inflate(int limit)
    {
        if (!BodyRead || inflated is not null || headers.ContentEncoding.Count == 0 || !InflatedBody.Is(headers.ContentEncoding))
        {
            return;
        }

        inflated = new(budget);
        wire.Body = inflated.Read(Body, limit);
    }

    /// <summary>Hashes the body as received [AU-135].</summary>
    internal void HashBody(Span<byte> hash) => SHA256.HashData(Body.Span, hash);

    /// <inheritdoc/>
    public string? Find(string name) => name switch
    {
        "Content-Type" => Joined(headers.ContentType),
        "User-Agent" => Joined(headers.UserAgent),
        TargetHeader => target,
        _ => Joined(headers[name]),
    };

    /// <summary>Forgets the request.</summary>
    internal void End()
    {
        wire.Reset("GET", "/", "", this, default);
        Answer.Clear();
        headers = NoHeaders;
        target = null;
        Signed = default;
        if (body.Length > ScratchArrays.MostKept)
        {
            ScratchArrays.Return(body, clear: true);
            body = [];
        }
        else
        {
            // A body may hold a secret; it does not outlive its request.
            body.AsSpan(0, bodyLength).Clear();
        }

        budget.Return(share);
        inflated?.Dispose();
        inflated = null;
        (bodyLength, share) = (0, 0);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        wire.Dispose();
        Answer.Dispose();
    }

    private static string? Joined(in StringValues values) => values.Count switch
    {
        0 => null,
        1 => values[0],
        _ => values.ToString(),
    };

    internal static CommonException TooBig(int limit) => new(CommonError.TooBig, $"Request body is larger than {limit} bytes.");

    private async ValueTask FillAsync(Stream stream, long? length, int limit, CancellationToken cancel)
    {
        Grow((int)Math.Min(length ?? 4096, BodyBudget.Free - 1) + 1);
        int read;
        while (bodyLength < BodyBudget.Free && bodyLength != length && (read = await stream.ReadAsync(body.AsMemory(bodyLength), cancel)) > 0)
        {
            Take(read, limit);
        }

        if (bodyLength >= BodyBudget.Free && bodyLength != length)
        {
            await FillLargeAsync(stream, length, limit, cancel);
        }
    }

    private async ValueTask FillLargeAsync(Stream stream, long? length, int limit, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(BodyBudget.Patience);
        try
        {
            int read;
            while (bodyLength != length && (read = await stream.ReadAsync(body.AsMemory(bodyLength), patience.Token)) > 0)
            {
                Take(read, limit);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new CommonException(CommonError.Malformed, $"The request body did not arrive within {BodyBudget.Patience.TotalSeconds:F0} seconds.");
        }
    }

    private void Take(int read, int limit)
    {
        bodyLength += read;
        if (bodyLength > limit)
        {
            throw TooBig(limit);
        }

        if (bodyLength == body.Length)
        {
            Grow(Math.Min(body.Length * 4, limit + 1));
        }
    }

    private void Grow(int size)
    {
        if (body.Length >= size)
        {
            return;
        }

        if (size > BodyBudget.Free)
        {
            if (!budget.TryTake(size))
            {
                throw new CommonException(CommonError.Throttling, "Rate exceeded");
            }

            share += size;
        }

        var larger = ScratchArrays.Rent(size);
        body.AsSpan(0, bodyLength).CopyTo(larger);
        if (body.Length > 0)
        {
            ScratchArrays.Return(body, clear: true);
        }

        body = larger;
    }
}

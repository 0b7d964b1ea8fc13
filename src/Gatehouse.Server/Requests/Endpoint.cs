using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.ObjectPool;

namespace Gatehouse.Server.Requests;

/// <summary>Bytes in, bytes out: one endpoint for every service.</summary>
internal sealed class Endpoint(Pipeline pipeline, RequestIds ids, BodyBudget budget, TimeProvider clock)
{
    private const int LeaveUnread = 64 * 1024;
    private readonly DefaultObjectPool<Inbound> pool = new(new Policy(budget), maximumRetained: 256);

    /// <summary>Answers a request.</summary>
    internal async Task AnswerAsync(HttpContext http)
    {
        var inbound = pool.Get();
        try
        {
            inbound.Begin(http, clock.GetUtcNow(), ids.Next());
            await pipeline.AnswerAsync(inbound, http, http.RequestAborted);
            await WriteAsync(inbound, http);
        }
        finally
        {
            inbound.End();
            pool.Return(inbound);
        }
    }

    private static async ValueTask WriteAsync(Inbound inbound, HttpContext http)
    {
        var answer = inbound.Answer;
        var response = (IHttpResponseFeature)http.Features[typeof(IHttpResponseFeature)]!;
        response.StatusCode = answer.Status;
        for (var index = 0; index < answer.Headers.Count; index++)
        {
            response.Headers[answer.Headers[index].Key] = answer.Headers[index].Value;
        }

        if (!inbound.BodyRead && (http.Request.ContentLength ?? LeaveUnread + 1) > LeaveUnread && inbound.Wire.Method != "GET")
        {
            // [AU-7]: a refusal does not wait for a large body that nobody will read.
            response.Headers.Connection = "close";
        }

        var body = answer.Body;
        response.Headers.ContentType = answer.ContentType;
        response.Headers.ContentLength = body.Length;
        if (body.Length > 0 && inbound.Wire.Method != "HEAD")
        {
            var writer = ((IHttpResponseBodyFeature)http.Features[typeof(IHttpResponseBodyFeature)]!).Writer;
            writer.Write(body.Span);
            await writer.FlushAsync(http.RequestAborted);
        }
    }

    private sealed class Policy(BodyBudget budget) : PooledObjectPolicy<Inbound>
    {
        public override Inbound Create() => new(budget);

        public override bool Return(Inbound obj) => true;
    }
}

using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Gatehouse.Bench.Load;

/// <summary>The measure: the least that Kestrel can do for a request. It reads the body and answers what it was given, always the same.</summary>
internal static class BareCommand
{
    // Kestrel writes these itself.
    private static readonly string[] Own = ["Date", "Content-Length", "Connection"];

    /// <summary>Serves until it is killed.</summary>
    /// <param name="answerFile">An answer as it came over the wire: head and body.</param>
    internal static async Task<int> RunAsync(string answerFile)
    {
        var (headers, body) = Parse(await File.ReadAllBytesAsync(answerFile));
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = [] });
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        await using var application = builder.Build();
        application.Run(http => AnswerAsync(http, headers, body));
        await application.StartAsync();
        Console.WriteLine($"listening on {application.Urls.Single()}");
        await application.WaitForShutdownAsync();
        return 0;
    }

    private static async Task AnswerAsync(HttpContext http, KeyValuePair<string, string>[] headers, byte[] body)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        while (await http.Request.Body.ReadAsync(buffer) > 0)
        {
            // The body is read whole, as any service would, and not looked at.
        }

        ArrayPool<byte>.Shared.Return(buffer);
        var response = http.Response;
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }

        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body);
    }

    private static (KeyValuePair<string, string>[] Headers, byte[] Body) Parse(byte[] answer)
    {
        var end = answer.AsSpan().IndexOf("\r\n\r\n"u8);
        var lines = Encoding.ASCII.GetString(answer, 0, end).Split("\r\n")[1..];
        var headers = lines
            .Select(line => line.Split(": ", 2))
            .Where(line => !Own.Contains(line[0], StringComparer.OrdinalIgnoreCase))
            .Select(line => KeyValuePair.Create(line[0], line[1]));
        return ([.. headers], answer[(end + 4)..]);
    }
}

using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Server.Dev;

/// <summary>Answers below <c>/_dev/</c>, to anyone who reaches the server. There is none without development mode.</summary>
internal sealed class DevEndpoint(DevServer server)
{
    private const string Prefix = "/_dev/";
    private const int MostName = 64;
    private const int MostBody = 4096;

    /// <summary>Whether a request is for it.</summary>
    internal static bool Takes(HttpRequest request) => request.Path.Value?.StartsWith(Prefix, StringComparison.Ordinal) == true;

    /// <summary>Answers a request.</summary>
    internal Task AnswerAsync(HttpContext http)
    {
        var request = http.Request;
        if (request.Headers.ContainsKey("Origin"))
        {
            // A page that somebody looks at must not reset what runs on their machine.
            return WriteAsync(http, StatusCodes.Status403Forbidden, json => json.WriteString("error", "Browsers are not answered here."));
        }

        return (request.Method, request.Path.Value![Prefix.Length..].Split('/')) switch
        {
            ("POST", ["reset"]) => ResetAsync(http),
            ("GET", ["snapshots"]) => ListAsync(http),
            ("POST", ["snapshots", var name]) when IsName(name) => SaveAsync(http, name),
            ("DELETE", ["snapshots", var name]) => DoneAsync(http, server.Forget(name)),
            ("POST", ["snapshots", var name, "restore"]) => RestoreAsync(http, name),
            ("GET", ["clock"]) => WriteClockAsync(http),
            ("POST", ["clock"]) => SetClockAsync(http),
            ("POST", ["snapshots", _]) => WriteAsync(http, StatusCodes.Status400BadRequest, json => json.WriteString("error", "A snapshot's name has 1 to 64 letters, digits, '.', '_' or '-'.")),
            _ => WriteAsync(http, StatusCodes.Status404NotFound, json => json.WriteString("error", "There is no such endpoint; see docs/emulator.md.")),
        };
    }

    private static bool IsName(string name) => name.Length is > 0 and <= MostName && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '_' or '-');

    private async Task ResetAsync(HttpContext http)
    {
        await server.ResetAsync(CancellationToken.None);
        await DoneAsync(http, true);
    }

    private Task ListAsync(HttpContext http) => WriteAsync(http, StatusCodes.Status200OK, json =>
    {
        json.WriteStartArray("snapshots");
        foreach (var name in server.Snapshots)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    });

    private async Task SaveAsync(HttpContext http, string name)
    {
        if (await server.SaveAsync(name, CancellationToken.None))
        {
            await DoneAsync(http, true);
            return;
        }

        await WriteAsync(http, StatusCodes.Status409Conflict, json => json.WriteString("error", $"There are {DevServer.MostSnapshots} snapshots: delete one first."));
    }

    private async Task RestoreAsync(HttpContext http, string name) => await DoneAsync(http, await server.RestoreAsync(name, CancellationToken.None));

    private async Task SetClockAsync(HttpContext http)
    {
        try
        {
            using var body = new MemoryStream();
            var buffer = new byte[MostBody];
            while (body.Length <= MostBody && await http.Request.Body.ReadAsync(buffer, http.RequestAborted) is > 0 and var count)
            {
                body.Write(buffer, 0, count);
            }

            using var document = JsonDocument.Parse(body.GetBuffer().AsMemory(0, (int)Math.Min(body.Length, MostBody)));
            Apply(document.RootElement);
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or InvalidOperationException or ArgumentException or OverflowException)
        {
            await WriteAsync(http, StatusCodes.Status400BadRequest, json => json.WriteString(
                "error", """Say one of {"set": "2026-01-15T12:00:00Z"}, {"advanceSeconds": 3600}, {"freeze": true}, {"release": true}."""));
            return;
        }

        await WriteClockAsync(http);
    }

    private void Apply(JsonElement wish)
    {
        var only = wish.EnumerateObject().Single();
        switch (only.Name)
        {
            case "set":
                server.Clock.Set(DateTimeOffset.Parse(only.Value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal));
                break;
            case "advanceSeconds":
                server.Clock.Advance(TimeSpan.FromSeconds(only.Value.GetDouble()));
                break;
            case "freeze" when only.Value.GetBoolean():
                server.Clock.Advance(TimeSpan.Zero);
                break;
            case "release" when only.Value.GetBoolean():
                server.Clock.Set(null);
                break;
            default:
                throw new FormatException();
        }
    }

    private Task WriteClockAsync(HttpContext http) => WriteAsync(http, StatusCodes.Status200OK, json =>
    {
        json.WriteString("now", server.Clock.GetUtcNow());
        json.WriteBoolean("frozen", server.Clock.Moved);
    });

    private static Task DoneAsync(HttpContext http, bool done) => done
        ? WriteAsync(http, StatusCodes.Status200OK, json => json.WriteString("status", "ok"))
        : WriteAsync(http, StatusCodes.Status404NotFound, json => json.WriteString("error", "There is no such snapshot."));

    private static async Task WriteAsync(HttpContext http, int status, Action<Utf8JsonWriter> write)
    {
        using var body = new MemoryStream();
        await using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        http.Response.StatusCode = status;
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.Length;
        http.Response.Headers.CacheControl = "no-store";
        await http.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length), http.RequestAborted);
    }
}

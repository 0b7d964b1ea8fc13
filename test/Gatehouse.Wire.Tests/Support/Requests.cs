using System.Text;

namespace Gatehouse.Wire.Tests;

/// <summary>Requests as clients send them.</summary>
internal static class Requests
{
    internal static WireRequest Form(string body, string query = "", string method = "POST", string path = "/") =>
        new(method, path, query, new Headers(("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")), Encoding.UTF8.GetBytes(body));

    internal static WireRequest Get(string query, string path = "/") => new("GET", path, query, new Headers(), default);

    internal static WireRequest Json(string target, string body, string type = "application/x-amz-json-1.1") =>
        new("POST", "/", "", new Headers(("Content-Type", type), ("X-Amz-Target", target)), Encoding.UTF8.GetBytes(body));

    internal static WireRequest Rest(string method, string path, string query = "", string body = "", params (string, string)[] headers) =>
        new(method, path, query, new Headers([("Content-Type", "application/json"), .. headers]), Encoding.UTF8.GetBytes(body));
}

/// <summary>Headers in a test.</summary>
internal sealed class Headers(params (string Name, string Value)[] headers) : IHeaderSource
{
    public string? Find(string name)
    {
        var values = headers.Where(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value).ToArray();
        return values.Length == 0 ? null : string.Join(',', values);
    }
}

using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Gatehouse.Signatures;

namespace Gatehouse.Bench.Load;

/// <summary>Makes signed requests of the Query protocol as bytes, and sends them one by one where nothing is measured.</summary>
internal sealed class QueryClient(Child server, SigningCredentials credentials)
{
    private const string Region = "us-east-1";
    private readonly Dictionary<string, Signer> signers = new(StringComparer.Ordinal);

    /// <summary>The bytes of a request, headers as the AWS CLI sends them.</summary>
    internal byte[] Bytes(DateTimeOffset time, string service, string action, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        var form = new StringBuilder($"Action={action}&Version={(service == "iam" ? "2010-05-08" : "2011-06-15")}");
        foreach (var (name, value) in parameters)
        {
            form.Append('&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        if (!signers.TryGetValue(service, out var signer))
        {
            signers[service] = signer = new(credentials, Region, service);
        }

        var body = Encoding.UTF8.GetBytes(form.ToString());
        var signed = signer.Sign(
            new()
            {
                Method = "POST",
                Target = "/",
                Headers =
                [
                    new("Host", server.Endpoint.ToString()),
                    new("Accept-Encoding", "identity"),
                    new("Content-Type", "application/x-www-form-urlencoded; charset=utf-8"),
                    new("User-Agent", "aws-cli/2.31.0 md/awscrt#0.27.6 ua/2.1 os/linux md/arch#x86_64 lang/python#3.13.7 md/pyimpl#CPython cfg/retry-mode#standard"),
                ],
                Body = body,
            },
            time);
        var head = new StringBuilder("POST / HTTP/1.1\r\n");
        foreach (var (name, value) in signed.Request.Headers)
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        // As the CLI does, the length stands beside what is signed.
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head.ToString()), .. body];
    }

    /// <summary>Sends a request and reads its answer.</summary>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    internal XElement Call(string service, string action, params ReadOnlySpan<(string Name, string Value)> parameters)
    {
        using var line = new Connection(server.Endpoint);
        line.Send(Bytes(TimeProvider.System.GetUtcNow(), service, action, parameters));
        var status = line.Receive();
        var answer = Encoding.UTF8.GetString(line.Answer);
        return status == 200
            ? XElement.Parse(answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..])
            : throw new InvalidOperationException($"{action} was refused:\n{answer}");
    }
}

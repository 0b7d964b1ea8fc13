using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace Gatehouse.Bench.Load;

/// <summary>One kept-alive HTTP/1.1 connection that sends bytes made beforehand and reads whole answers. It allocates nothing per request.</summary>
internal sealed class Connection : IDisposable
{
    private static ReadOnlySpan<byte> EndOfHeaders => "\r\n\r\n"u8;

    private static ReadOnlySpan<byte> LengthHeader => "\r\nContent-Length: "u8;

    private readonly Socket socket;
    private readonly byte[] buffer = new byte[256 * 1024];
    private int filled;
    private int answered;

    internal Connection(IPEndPoint server)
    {
        socket = new(server.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 10_000, SendTimeout = 10_000 };
        socket.Connect(server);
    }

    /// <summary>The last answer as it came: head and body.</summary>
    internal ReadOnlySpan<byte> Answer => buffer.AsSpan(0, answered);

    /// <summary>Sends a request.</summary>
    internal void Send(ReadOnlySpan<byte> request)
    {
        while (request.Length > 0)
        {
            request = request[socket.Send(request)..];
        }
    }

    /// <summary>Waits for the answer.</summary>
    /// <returns>Its status.</returns>
    internal int Receive()
    {
        // Whatever came behind the last answer would be the next one: with one request at a time there is none.
        filled = 0;
        answered = 0;
        while (answered == 0 || filled < answered)
        {
            var read = socket.Receive(buffer.AsSpan(filled));
            filled += read > 0 ? read : throw new IOException("The server closed the connection.");
            if (answered == 0)
            {
                answered = LengthOfAnswer(buffer.AsSpan(0, filled));
            }
        }

        return Utf8Parser.TryParse(buffer.AsSpan(9, 3), out int status, out _) ? status : throw new IOException("Not an HTTP answer.");
    }

    /// <inheritdoc/>
    public void Dispose() => socket.Dispose();

    private static int LengthOfAnswer(ReadOnlySpan<byte> received)
    {
        var end = received.IndexOf(EndOfHeaders);
        if (end < 0)
        {
            return 0;
        }

        var place = received[..end].IndexOf(LengthHeader);
        return place >= 0 && Utf8Parser.TryParse(received[(place + LengthHeader.Length)..], out int length, out _)
            ? end + EndOfHeaders.Length + length
            : throw new IOException("The answer does not say how long it is.");
    }
}

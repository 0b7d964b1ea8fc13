using Gatehouse.Signatures;

namespace Gatehouse.Server.Workloads;

/// <summary>Turns signed requests into messages that the framework sends.</summary>
internal static class SignedMessages
{
    /// <summary>The message of a signed request.</summary>
    /// <param name="endpoint">Where the server is; its path does not count, the request has its own.</param>
    /// <param name="signed">The request.</param>
    internal static HttpRequestMessage Of(Uri endpoint, OutgoingRequest signed)
    {
        var message = new HttpRequestMessage(new(signed.Method), new Uri(endpoint.GetLeftPart(UriPartial.Authority) + signed.Target)) { Content = new ReadOnlyMemoryContent(signed.Body) };
        foreach (var (name, value) in signed.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}

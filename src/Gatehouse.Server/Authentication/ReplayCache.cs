using System.Security.Cryptography;
using Gatehouse.Accounts.Federation;
using Gatehouse.Server.Requests;
using Gatehouse.Signatures;
using Gatehouse.Wire;

namespace Gatehouse.Server.Authentication;

/// <summary>Takes what one signature asks for once, for operators who want it [AU-148].</summary>
/// <remarks>
/// Asked of changes only, once their signature was right, so that a stranger fills nothing. SDKs number their attempts in a header: what is said to
/// be a first attempt is remembered for as long as its time is good, and is then a replay. A later attempt passes: where the header is signed it has a
/// signature of its own. In memory, one for each node, and bounded: when it is full no first attempt is taken. Thread-safe.
/// </remarks>
/// <param name="skew">How far a request's time may lie from ours.</param>
/// <param name="most">How many are remembered at once.</param>
internal sealed class ReplayCache(TimeSpan skew, int most = 1_000_000)
{
    private const string AttemptHeader = "amz-sdk-request";

    private readonly SpentIds spent = new(most);

    // From a time that runs as far ahead as it may, to one that lies as far back; and the second that times are cut to.
    private readonly TimeSpan window = 2 * skew + TimeSpan.FromSeconds(1);

    /// <summary>Refuses a request whose signature was used before.</summary>
    /// <param name="signature">The signature, which was right.</param>
    /// <param name="inbound">The request.</param>
    /// <param name="bodyHash">The hash of its body.</param>
    /// <exception cref="CommonException">It was, or that can no longer be told.</exception>
    internal void Require(in Signature signature, Inbound inbound, ReadOnlySpan<byte> bodyHash)
    {
        var attempt = AttemptOf(inbound.Find(AttemptHeader));
        if (attempt > 1)
        {
            return;
        }

        // What was signed, not the signature: of one and the same text there are two right ones by ECDSA, and whoever has one has both.
        Span<byte> id = stackalloc byte[SHA256.HashSizeInBytes];
        SignatureVerifier.Identify(signature, inbound.Signed, bodyHash, id);
        switch (attempt == 1 ? spent.Spend(id, inbound.Now + window, inbound.Now) : spent.IsSpent(id, inbound.Now) ? Spending.Before : Spending.Done)
        {
            case Spending.Before:
                // A signature that is good no more has this code in AWS; no client sends the request again by itself because of it.
                throw new CommonException(CommonError.Signature, "The request signature was used before. Sign each request anew; if you did not send it twice, somebody else has it.");
            case Spending.Full:
                throw new CommonException(CommonError.Throttling, "Rate exceeded");
        }
    }

    /// <summary>The number in a header such as <c>attempt=1; max=3</c>; 0 where it has none, and nothing else is an attempt.</summary>
    internal static int AttemptOf(ReadOnlySpan<char> header)
    {
        const string Name = "attempt=";
        foreach (var part in header.Split(';'))
        {
            var text = header[part].Trim();
            if (text.StartsWith(Name, StringComparison.Ordinal))
            {
                return int.TryParse(text[Name.Length..], System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : 0;
            }
        }

        return 0;
    }
}

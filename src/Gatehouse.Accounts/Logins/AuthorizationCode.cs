using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Accounts.Logins;

/// <summary>What an authorization code is bound to, whatever it gives [AU-743, AU-851].</summary>
public abstract class AuthorizationCode
{
    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private int taken;

    /// <summary>Where the browser was sent with it.</summary>
    public required string RedirectUri { get; init; }

    /// <summary>The hash of the secret that its bringer shows (RFC 7636), as base64url.</summary>
    public required string Challenge { get; init; }

    /// <summary>From when on it is good for nothing.</summary>
    public required DateTimeOffset Ends { get; init; }

    /// <summary>The account that finds it again.</summary>
    public abstract string Account { get; }

    /// <summary>The unique id of whose it is.</summary>
    public abstract string Owner { get; }

    /// <summary>When what it gives ends by itself: until then a second use tells that somebody else has it.</summary>
    public abstract DateTimeOffset GrantEnds { get; }

    /// <summary>Whether it was used.</summary>
    public bool IsTaken => Volatile.Read(ref taken) != 0;

    /// <summary>Uses it: of all who try, one does.</summary>
    public bool TryTake() => Interlocked.Exchange(ref taken, 1) == 0;

    /// <summary>Whether a secret is the one whose hash came with the request for the code.</summary>
    public bool IsProvenBy(string verifier)
    {
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(verifier)));
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(challenge), Encoding.UTF8.GetBytes(Challenge));
    }
}

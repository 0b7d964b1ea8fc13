using System.Security.Cryptography;

namespace Gatehouse.Accounts.Identity;

/// <summary>Where ids, account numbers and secrets come from, so that nothing else draws random bytes.</summary>
/// <remarks>Thread-safe. A test may derive from it and give known bytes.</remarks>
public class IdSource
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Drawn = 1024;

    private readonly Lock gate = new();
    private readonly byte[] drawn = new byte[Drawn];
    private int left;

    /// <summary>Fills a buffer with unpredictable bytes.</summary>
    /// <remarks>They are drawn from the system many at a time, because a draw costs the same for 8 bytes and for 1,024. Each is given out once, and forgotten.</remarks>
    public virtual void Fill(Span<byte> bytes)
    {
        if (bytes.Length > Drawn)
        {
            RandomNumberGenerator.Fill(bytes);
            return;
        }

        lock (gate)
        {
            if (left < bytes.Length)
            {
                RandomNumberGenerator.Fill(drawn);
                left = Drawn;
            }

            left -= bytes.Length;
            var given = drawn.AsSpan(left, bytes.Length);
            given.CopyTo(bytes);
            CryptographicOperations.ZeroMemory(given);
        }
    }

    /// <summary>A unique id such as <c>AIDA</c> and 17 characters of base32 [AU-201].</summary>
    public string NewId(string prefix) => prefix + Text(17);

    /// <summary>An access key id that carries its account's number [AU-202].</summary>
    /// <param name="prefix"><c>AKIA</c> for lasting keys, <c>ASIA</c> for temporary ones.</param>
    /// <param name="account">The account's twelve digits.</param>
    public string NewAccessKeyId(string prefix, string account)
    {
        Span<byte> random = stackalloc byte[8];
        Fill(random);
        var low = BitConverter.ToUInt64(random) & 0x7f_ffff_ffff;
        return AccessKeyIds.Compose(prefix, account, low);
    }

    /// <summary>The id of a signing certificate: 24 capitals and digits.</summary>
    public string NewCertificateId() => Text(24);

    /// <summary>What ends the serial number of a passkey: 26 characters of base32.</summary>
    public string NewPasskeySuffix() => Text(26);

    /// <summary>An API key or password of random bytes, as base64.</summary>
    public string NewServiceSecret(int bytes)
    {
        Span<byte> random = stackalloc byte[64];
        random = random[..bytes];
        Fill(random);
        return Convert.ToBase64String(random);
    }

    /// <summary>A secret access key: 40 characters, 240 random bits [AU-204].</summary>
    public string NewSecretKey()
    {
        Span<byte> bytes = stackalloc byte[30];
        Fill(bytes);
        return Convert.ToBase64String(bytes);
    }

    /// <summary>A password that somebody types once: <c>Kq7m-…</c>, 76 random bits in letters and digits that nobody takes for one another.</summary>
    /// <remarks>It has what passwords of identity stores must have: a capital, a small letter, a digit, and hyphens.</remarks>
    public string NewOneTimePassword()
    {
        // As many of each as a power of two, so that none is likelier than another.
        const string capitals = "ABCDEFGHJKMNPQRT", small = "abcdefghjkmnpqrt", mixed = "abcdefghijkmnpqrstuvwxyz23456789", digits = "23456789";
        return $"{Text(1, capitals)}{Text(1, small)}{Text(2, mixed)}-{Text(4, mixed)}-{Text(4, mixed)}-{Text(3, mixed)}{Text(1, digits)}";
    }

    /// <summary>All that a new session needs, from one draw: asking the system for random bytes costs more than using them.</summary>
    /// <param name="account">The account the session acts in.</param>
    /// <returns>An access key id [AU-202], a secret access key [AU-204], and the session's own id: 32 hexadecimal digits.</returns>
    public (string AccessKeyId, string SecretKey, string SessionId) NewSession(string account)
    {
        Span<byte> random = stackalloc byte[8 + 30 + 16];
        Fill(random);
        try
        {
            return (
                AccessKeyIds.Compose("ASIA", account, BitConverter.ToUInt64(random) & 0x7f_ffff_ffff),
                Convert.ToBase64String(random.Slice(8, 30)),
                Convert.ToHexStringLower(random[38..]));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(random);
        }
    }

    /// <summary>Twelve digits for a new account; never begins with 0, so that tools which read it as a number keep it whole.</summary>
    public string NewAccountId()
    {
        Span<byte> bytes = stackalloc byte[8];
        Fill(bytes);
        return (100_000_000_000 + (BitConverter.ToUInt64(bytes) % 900_000_000_000)).ToString();
    }

    /// <summary>A request or event id in the form of a UUID, version 4.</summary>
    public string NewUuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        Fill(bytes);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }

    /// <summary>Characters of lower-case letters and digits, as Organizations uses them in its ids.</summary>
    public string NewLowerId(string prefix, int length)
    {
        const string letters = "abcdefghijklmnopqrstuvwxyz0123456789";
        return prefix + Text(length, letters);
    }

    /// <summary>An id of a prefix and hexadecimal digits in lower case, as IAM Identity Center makes them.</summary>
    public string NewHexId(string prefix, int digits) => prefix + Text(digits, "0123456789abcdef");

    private string Text(int length, string letters = Base32)
    {
        Span<byte> bytes = stackalloc byte[64];
        bytes = bytes[..length];
        Fill(bytes);
        Span<char> text = stackalloc char[64];
        for (var i = 0; i < length; i++)
        {
            text[i] = letters[bytes[i] % letters.Length];
        }

        return new(text[..length]);
    }
}

using System.Security.Cryptography;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Mfa;

/// <summary>Judges the one-time codes of devices, wherever they are shown: sign-in, STS, and the operations on devices themselves.</summary>
/// <remarks>A code counts once what a method gave back is stored: until then it can be shown again [AU-612].</remarks>
public static class OneTimeCodes
{
    /// <summary>How far a device's clock may be off when it is given to its holder, in steps.</summary>
    public const int EnableRange = 10;

    /// <summary>How far it may be off when it is set right again: a day, in steps.</summary>
    public const int ResyncRange = 2880;

    /// <summary>How far it may drift while it is used, in steps [AU-604].</summary>
    public const int MostDrift = 20;

    private const int SeedVersion = 1;

    /// <summary>How many bytes the seed of a new device has: 64 letters of base32.</summary>
    private const int SeedSize = 40;

    /// <summary>Draws the seed of a new device.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="account">The account.</param>
    /// <param name="serialNumber">The device's serial number, as it will be stored.</param>
    /// <param name="base32">The seed as an authenticator reads it, in ASCII; shown once.</param>
    /// <returns>The seed as it may lie on a disk.</returns>
    public static SealedSecret DrawSeed(Installation installation, string account, string serialNumber, out byte[] base32)
    {
        Span<byte> seed = stackalloc byte[SeedSize];
        try
        {
            installation.Ids.Fill(seed);
            base32 = new byte[SeedSize / 5 * 8];
            Base32.Write(seed, base32);
            return Seal(installation, account, serialNumber, seed);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    /// <summary>Seals the seed of a device, such as a hardware token that an administrator brings in.</summary>
    public static SealedSecret Seal(Installation installation, string account, string serialNumber, ReadOnlySpan<byte> seed) =>
        installation.Secrets.Seal(SecretKind.TotpSeed, account, serialNumber, SeedVersion, seed);

    /// <summary>Judges one code.</summary>
    /// <returns>The device with the code spent, to be stored; null when the code is wrong, spent, or the device is being guessed at.</returns>
    public static MfaDevice? Accept(Installation installation, string account, MfaDevice device, string code, DateTimeOffset now) =>
        Judge(installation, account, device, now, seed =>
        {
            var step = Totp.StepOf(now);
            var found = Totp.Find(seed, code, step + device.Drift, device.SpentStep);

            // A clock that was set right while it was further off stays where it was set; it only may not run away.
            return found is { } at && Math.Abs(at - step) <= Math.Max(MostDrift, Math.Abs(device.Drift)) ? found : null;
        });

    /// <summary>Judges two codes that must follow each other.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="account">The account.</param>
    /// <param name="device">The device.</param>
    /// <param name="first">The earlier code.</param>
    /// <param name="second">The later code.</param>
    /// <param name="range">How far the device's clock may be off, in steps.</param>
    /// <param name="now">The moment.</param>
    /// <returns>The device with both codes spent and its drift set, to be stored; null when they are not two such codes.</returns>
    public static MfaDevice? AcceptPair(Installation installation, string account, MfaDevice device, string first, string second, int range, DateTimeOffset now) =>
        Judge(installation, account, device, now, seed => Totp.FindPair(seed, first, second, Totp.StepOf(now), range, device.SpentStep));

    private static MfaDevice? Judge(Installation installation, string account, MfaDevice device, DateTimeOffset now, Finder find)
    {
        var name = $"{account}/{device.SerialNumber}";
        if (device.Seed is not { } box || installation.CodeThrottle.Refuses(name, now))
        {
            return null;
        }

        if (!installation.Secrets.TryOpen(box, SecretKind.TotpSeed, account, device.SerialNumber, SeedVersion, out var seed))
        {
            throw new InvalidOperationException($"The seed of the device {device.SerialNumber} does not open.");
        }

        using (seed)
        {
            if (find(seed.Bytes) is not { } step)
            {
                installation.CodeThrottle.Count(name, now);
                return null;
            }

            installation.CodeThrottle.Forgive(name);
            var spent = device.Spend(step, now);

            // [AU-214]: what an older data key sealed moves to the newest with the next write.
            return installation.Secrets.IsStale(box, account) ? spent with { Seed = Seal(installation, account, device.SerialNumber, seed.Bytes) } : spent;
        }
    }

    private delegate long? Finder(ReadOnlySpan<byte> seed);
}

using System.Collections.Immutable;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Entities;

/// <summary>A second factor of a user or of the root user, or one that is nobody's yet. Its seed is sealed; only the check of a code opens it.</summary>
public sealed record MfaDevice : IEntity<MfaDevice>
{
    /// <inheritdoc/>
    public static string TableName => "mfadevice";

    /// <inheritdoc/>
    public static JsonTypeInfo<MfaDevice> Json => EntityJson.Default.MfaDevice;

    /// <summary>Its serial number: an ARN, or what is printed on a hardware token.</summary>
    public required string SerialNumber { get; init; }

    /// <summary>What kind of device it is.</summary>
    public required MfaDeviceKind Kind { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The sealed seed of its codes; null for a security key.</summary>
    public SealedSecret? Seed { get; init; }

    /// <summary>Whose it is: the unique id of a user, or <see cref="Account.RootOwner"/>; null when it is nobody's.</summary>
    public string? Holder { get; init; }

    /// <summary>When it was given to its holder; null when it is nobody's.</summary>
    public DateTimeOffset? Enabled { get; init; }

    /// <summary>How far its clock runs ahead of ours, in steps of thirty seconds [AU-603].</summary>
    public int Drift { get; init; }

    /// <summary>The last step whose code was taken: neither that code nor an earlier one is good again [AU-612].</summary>
    public long SpentStep { get; init; }

    /// <summary>What was registered of a security key; null for anything else.</summary>
    public Passkey? Passkey { get; init; }

    /// <summary>Its tags, in the order they were set.</summary>
    public ImmutableArray<Tag> Tags { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <inheritdoc/>
    [JsonIgnore]
    public string Key => SerialNumber;

    /// <inheritdoc/>
    [JsonIgnore]
    public string? Owner => Holder;

    /// <summary>Its name where policies are asked: a serial number that is no ARN stands for one.</summary>
    public Arn ArnIn(string account) => ArnOf(account, SerialNumber);

    /// <summary>The ARN of a device that need not exist.</summary>
    public static Arn ArnOf(string account, string serialNumber) =>
        serialNumber.StartsWith("arn:", StringComparison.Ordinal) ? new(serialNumber) : Arn.Iam(account, $"mfa/{serialNumber}");

    /// <summary>How the serial number of a security key or passkey begins, as AWS has it; its own name and a random part follow.</summary>
    /// <param name="account">The account.</param>
    /// <param name="user">The name of the user; null for root.</param>
    public static string PasskeySerialOf(string account, string? user) => Arn.Iam(account, user is null ? "u2f/root-account/" : $"u2f/user/{user}/").Text;

    /// <summary>The device with the code of a step spent.</summary>
    /// <param name="step">The step of the device's own clock whose code was taken.</param>
    /// <param name="now">The moment.</param>
    public MfaDevice Spend(long step, DateTimeOffset now) => this with { SpentStep = step, Drift = (int)(step - Totp.StepOf(now)) };
}

using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Iam.CredentialReports;

/// <summary>The table of a credential report: a line for root, then one for each user in the order of their names [AA-95].</summary>
internal static class CredentialTable
{
    private const string Absent = "N/A";
    private const string Unsupported = "not_supported";

    private static readonly string[] Columns =
    [
        "user", "arn", "user_creation_time", "password_enabled", "password_last_used", "password_last_changed", "password_next_rotation", "mfa_active",
        "access_key_1_active", "access_key_1_last_rotated", "access_key_1_last_used_date", "access_key_1_last_used_region", "access_key_1_last_used_service",
        "access_key_2_active", "access_key_2_last_rotated", "access_key_2_last_used_date", "access_key_2_last_used_region", "access_key_2_last_used_service",
        "cert_1_active", "cert_1_last_rotated", "cert_2_active", "cert_2_last_rotated",
    ];

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>Writes the table as CSV: lines parted by line feeds, none at the end.</summary>
    /// <param name="account">The account.</param>
    /// <param name="activity">What was used when.</param>
    /// <param name="statusOf">The status of a key at the moment of the report.</param>
    internal static string Write(Account account, Activity activity, Func<AccessKey, KeyStatus> statusOf)
    {
        var keys = account.AccessKeys.ToLookup(key => key.UserId, StringComparer.Ordinal);
        var text = new StringBuilder();
        Line(text, Columns);
        text.Append('\n');
        Line(text, Root(account, keys[null], activity, statusOf));
        foreach (var user in account.Users)
        {
            text.Append('\n');
            Line(text, Of(account, user, keys[user.Id], activity, statusOf));
        }

        return text.ToString();
    }

    /// <summary>The bytes as they are kept.</summary>
    internal static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    /// <summary>The bytes as they are handed out.</summary>
    internal static byte[] Unpack(byte[] packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        brotli.CopyTo(plain);
        return plain.ToArray();
    }

    private static IEnumerable<string> Root(Account account, IEnumerable<AccessKey> keys, Activity activity, Func<AccessKey, KeyStatus> statusOf) =>
    [
        "<root_account>", Arn.Root(account.Id).Text, Time(account.Profile.Created),
        Unsupported, Absent, Unsupported, Unsupported,
        CredentialStates.HasFactor(account, null) ? "true" : "false",
        .. Keys(keys, activity, statusOf),
        .. Certificates([]),
    ];

    private static IEnumerable<string> Of(Account account, User user, IEnumerable<AccessKey> keys, Activity activity, Func<AccessKey, KeyStatus> statusOf) =>
    [
        user.Name, user.ArnIn(account.Id).Text, Time(user.Created),
        .. CredentialStates.Password(account, user, activity),
        CredentialStates.HasFactor(account, user) ? "true" : "false",
        .. Keys(keys, activity, statusOf),
        .. Certificates(CredentialStates.Certificates(account, user)),
    ];

    private static IEnumerable<string> Keys(IEnumerable<AccessKey> keys, Activity activity, Func<AccessKey, KeyStatus> statusOf)
    {
        var shown = keys.OrderBy(key => key.Id, StringComparer.Ordinal).Take(2).ToList();
        foreach (var key in shown)
        {
            var last = activity.OfKey(key.Id).Last;
            yield return statusOf(key) == KeyStatus.Active ? "true" : "false";
            yield return Time(key.Created);
            yield return last is null ? Absent : Time(last.Time);
            yield return last?.Region ?? Absent;
            yield return last?.Service ?? Absent;
        }

        for (var missing = shown.Count; missing < 2; missing++)
        {
            yield return "false";
            yield return Absent;
            yield return Absent;
            yield return Absent;
            yield return Absent;
        }
    }

    private static IEnumerable<string> Certificates(IReadOnlyList<(bool Active, DateTimeOffset Uploaded)> certificates)
    {
        for (var place = 0; place < 2; place++)
        {
            yield return place < certificates.Count && certificates[place].Active ? "true" : "false";
            yield return place < certificates.Count ? Time(certificates[place].Uploaded) : Absent;
        }
    }

    /// <summary>A moment as the table has it.</summary>
    internal static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, IEnumerable<string> fields) => text.AppendJoin(',', fields.Select(Field));

    private static string Field(string value) =>
        value.AsSpan().ContainsAny(Quoted) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;
}

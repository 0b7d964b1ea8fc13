using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Gatehouse.Wire;

namespace Gatehouse.Server.Audit;

/// <summary>Writes messages as the audit trail shows them: JSON with names in lower camel case, and nothing that is secret.</summary>
internal sealed class AuditShapeWriter : ShapeWriter, IDisposable
{
    // CloudTrail keeps a hundred kilobytes of a request's parameters, and says when it left something out.
    private const int Most = 100 * 1024;
    private const int MostText = 1024;

    private const string Hidden = "HIDDEN_DUE_TO_SECURITY_REASONS";

    // What the models do not mark as sensitive, and yet opens doors [AU-8].
    private static readonly FrozenSet<string> Secrets = new[]
    {
        "SessionToken", "SecretAccessKey", "Password", "NewPassword", "OldPassword", "SAMLAssertion", "WebIdentityToken", "TokenCode",
        "AuthenticationCode1", "AuthenticationCode2", "PrivateKey", "Base32StringSeed", "QRCodePNG", "ServicePassword", "TradeInToken", "EncodedMessage",
        "ServiceCredentialSecret", "AddPrivateKey",

        // Attributes of people in identity stores, which are sensitive where the model names them one by one.
        "Extensions",
    }.ToFrozenSet(StringComparer.Ordinal);

    private readonly ArrayBufferWriter<byte> buffer = new(512);
    private readonly Utf8JsonWriter json;
    private bool nameless;

    private readonly int mostText;

    private AuditShapeWriter(int mostText)
    {
        this.mostText = mostText;
        json = new(buffer);
    }

    private static ReadOnlyMemory<byte> Omitted => "{\"omitted\":true}"u8.ToArray();

    /// <summary>Writes a message, but of a large one not more than the beginnings of its texts; empty when it has no members to show.</summary>
    internal static ReadOnlyMemory<byte> WriteBounded(IShape? shape)
    {
        var whole = Write(shape, int.MaxValue, omitted: false);
        if (whole.Length <= Most)
        {
            return whole;
        }

        var cut = Write(shape, MostText, omitted: true);
        return cut.Length <= Most ? cut : Omitted;
    }

    private static ReadOnlyMemory<byte> Write(IShape? shape, int mostText, bool omitted)
    {
        if (shape is null || shape.Schema.Members.Length == 0)
        {
            return default;
        }

        using var writer = new AuditShapeWriter(mostText);
        writer.json.WriteStartObject();
        shape.Write(writer);
        if (omitted)
        {
            writer.json.WriteBoolean("omitted", true);
        }

        writer.json.WriteEndObject();
        writer.json.Flush();
        return writer.buffer.WrittenMemory;
    }

    public override void WriteString(Member member, string? value)
    {
        if (Name(member, value is not null))
        {
            // People paste a private key where a certificate belongs; it is refused, and must not be remembered.
            json.WriteStringValue(IsSecret(member) || value!.Contains("PRIVATE KEY-----", StringComparison.Ordinal) ? Hidden
                : value.Length <= mostText ? value
                : value[..(char.IsHighSurrogate(value[mostText - 1]) ? mostText - 1 : mostText)]);
        }
    }

    public override void WriteBoolean(Member member, bool? value)
    {
        if (Name(member, value is not null))
        {
            json.WriteBooleanValue(value!.Value);
        }
    }

    public override void WriteInteger(Member member, long? value)
    {
        if (Name(member, value is not null))
        {
            json.WriteNumberValue(value!.Value);
        }
    }

    public override void WriteDouble(Member member, double? value)
    {
        if (Name(member, value is not null && double.IsFinite(value.Value)))
        {
            json.WriteNumberValue(value!.Value);
        }
    }

    public override void WriteTimestamp(Member member, DateTimeOffset? value)
    {
        if (Name(member, value is not null))
        {
            // As CloudTrail prints moments inside of messages.
            json.WriteStringValue(value!.Value.UtcDateTime.ToString("MMM d, yyyy, h:mm:ss tt", CultureInfo.InvariantCulture));
        }
    }

    public override void WriteBlob(Member member, byte[]? value)
    {
        if (Name(member, value is not null))
        {
            json.WriteStringValue(IsSecret(member) ? Hidden : Convert.ToBase64String(value!.AsSpan(0, Math.Min(value!.Length, mostText))));
        }
    }

    public override void WriteDocument(Member member, JsonElement? value)
    {
        if (!Name(member, value is not null))
        {
            return;
        }

        // The same attributes, where a path names them.
        if (IsSecret(member) || member.Name == "AttributeValue")
        {
            json.WriteStringValue(Hidden);
        }
        else
        {
            value!.Value.WriteTo(json);
        }
    }

    public override void WriteStructure(Member member, IShape? value)
    {
        if (!Name(member, value is not null))
        {
            return;
        }

        if (IsSecret(member) || value!.Schema.Sensitive)
        {
            json.WriteStringValue(Hidden);
            return;
        }

        var outer = nameless;
        Structure(value);
        nameless = outer;
    }

    public override bool BeginList(Member member, int? count)
    {
        if (!Begin(member, count))
        {
            return false;
        }

        json.WriteStartArray();
        return true;
    }

    public override void EndList(Member member)
    {
        json.WriteEndArray();
        nameless = false;
    }

    public override bool BeginMap(Member member, int? count)
    {
        if (!Begin(member, count))
        {
            return false;
        }

        json.WriteStartObject();
        return true;
    }

    public override void WriteKey(Member member, string key) => json.WritePropertyName(key);

    public override void EndMap(Member member)
    {
        json.WriteEndObject();
        nameless = false;
    }

    /// <inheritdoc/>
    public void Dispose() => json.Dispose();

    private static bool IsSecret(Member member) => member.Sensitive || Secrets.Contains(member.Name);

    private void Structure(IShape shape)
    {
        json.WriteStartObject();
        nameless = false;
        shape.Write(this);
        json.WriteEndObject();
    }

    private bool Begin(Member member, int? count)
    {
        if (!Name(member, count is not null))
        {
            return false;
        }

        if (IsSecret(member))
        {
            json.WriteStringValue(Hidden);
            return false;
        }

        // Elements of lists and values of maps have no names of their own.
        nameless = true;
        return true;
    }

    private bool Name(Member member, bool there)
    {
        if (there && !nameless)
        {
            // AWS: the first letter alone becomes small, as in sAMLMetadataDocument.
            json.WritePropertyName(char.IsAsciiLetterUpper(member.Name[0]) ? char.ToLowerInvariant(member.Name[0]) + member.Name[1..] : member.Name);
        }

        return there;
    }
}

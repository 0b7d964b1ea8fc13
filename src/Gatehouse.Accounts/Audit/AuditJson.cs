using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Gatehouse.Accounts.Audit;

/// <summary>Writes and reads events as CloudTrail's JSON. Names reach the disk: they may be added, never changed.</summary>
internal static class AuditJson
{
    // CloudTrail's record version whose members these are.
    private const string Version = "1.11";

    // The text is shown inside JSON answers only, never inside a page.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    internal static byte[] Write(AuditEvent written)
    {
        var buffer = new ArrayBufferWriter<byte>(1024 + written.RequestParameters.Length + written.ResponseElements.Length);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            Write(json, written);
        }

        return buffer.WrittenSpan.ToArray();
    }

    internal static AuditEvent Read(ReadOnlySpan<byte> json)
    {
        try
        {
            return AuditReader.Read(json);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or FormatException)
        {
            throw new InvalidDataException("An audit event cannot be read.", broken);
        }
    }

    private static void Write(Utf8JsonWriter json, AuditEvent written)
    {
        json.WriteStartObject();
        json.WriteString("eventVersion"u8, Version);
        json.WritePropertyName("userIdentity"u8);
        Write(json, written.Identity);
        json.WriteString("eventTime"u8, Text(written.Time));
        json.WriteString("eventSource"u8, written.Source);
        json.WriteString("eventName"u8, written.Name);
        json.WriteString("awsRegion"u8, written.Region);
        WriteKnown(json, "sourceIPAddress"u8, written.SourceAddress);
        WriteKnown(json, "userAgent"u8, written.UserAgent);
        WriteKnown(json, "errorCode"u8, written.ErrorCode);
        WriteKnown(json, "errorMessage"u8, written.ErrorMessage);
        WriteRaw(json, "requestParameters"u8, written.RequestParameters);
        WriteRaw(json, "responseElements"u8, written.ResponseElements);
        if (!written.AdditionalData.IsEmpty)
        {
            WriteRaw(json, "additionalEventData"u8, written.AdditionalData);
        }

        WriteKnown(json, "requestID"u8, written.RequestId is { Length: > 0 } request ? request : null);
        json.WriteString("eventID"u8, written.EventId);
        json.WriteBoolean("readOnly"u8, written.ReadOnly);
        if (written.Resources.Count > 0)
        {
            Write(json, written.Resources);
        }

        json.WriteString("eventType"u8, written.EventType);
        json.WriteBoolean("managementEvent"u8, true);
        json.WriteString("recipientAccountId"u8, written.Account);
        WriteKnown(json, "sharedEventID"u8, written.SharedEventId);
        if (!written.ServiceDetails.IsEmpty)
        {
            WriteRaw(json, "serviceEventDetails"u8, written.ServiceDetails);
        }

        json.WriteString("eventCategory"u8, "Management"u8);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AuditIdentity identity)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, identity.Type);
        WriteKnown(json, "principalId"u8, identity.PrincipalId);
        WriteKnown(json, "arn"u8, identity.Arn);
        WriteKnown(json, "accountId"u8, identity.Account);
        WriteKnown(json, "accessKeyId"u8, identity.AccessKeyId);
        WriteKnown(json, "userName"u8, identity.UserName);
        WriteKnown(json, "identityProvider"u8, identity.IdentityProvider);
        WriteKnown(json, "invokedBy"u8, identity.InvokedBy);
        if (identity.IdentityUserId is not null)
        {
            json.WriteStartObject("onBehalfOf"u8);
            json.WriteString("userId"u8, identity.IdentityUserId);
            WriteKnown(json, "identityStoreArn"u8, identity.IdentityStoreArn);
            json.WriteEndObject();
        }

        WriteKnown(json, "credentialId"u8, identity.CredentialId);
        if (identity.Session is { } session)
        {
            json.WriteStartObject("sessionContext"u8);
            if (session.Issuer is { } issuer)
            {
                json.WriteStartObject("sessionIssuer"u8);
                json.WriteString("type"u8, issuer.Type);
                json.WriteString("principalId"u8, issuer.PrincipalId);
                json.WriteString("arn"u8, issuer.Arn);
                json.WriteString("accountId"u8, issuer.Account);
                WriteKnown(json, "userName"u8, issuer.Name);
                json.WriteEndObject();
            }

            if (session.WebIdentityProvider is { } provider)
            {
                json.WriteStartObject("webIdFederationData"u8);
                json.WriteString("federatedProvider"u8, provider);
                json.WriteStartObject("attributes"u8);
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteStartObject("attributes"u8);
            json.WriteString("creationDate"u8, Text(session.Created));
            json.WriteString("mfaAuthenticated"u8, session.MfaAuthenticated ? "true"u8 : "false"u8);
            json.WriteEndObject();
            WriteKnown(json, "sourceIdentity"u8, session.SourceIdentity);
            if (session.AssumedRoot)
            {
                json.WriteString("assumedRoot"u8, "true"u8);
            }

            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<AuditResource> resources)
    {
        json.WriteStartArray("resources"u8);
        foreach (var resource in resources)
        {
            json.WriteStartObject();
            WriteKnown(json, "accountId"u8, resource.Account);
            json.WriteString("type"u8, resource.Type);
            json.WriteString("ARN"u8, resource.Arn);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteKnown(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteRaw(Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlyMemory<byte> value)
    {
        json.WritePropertyName(name);
        if (value.IsEmpty)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteRawValue(value.Span, skipInputValidation: true);
        }
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

using System.Text.Json;

namespace Gatehouse.Accounts.Audit;

/// <summary>Reads an event from CloudTrail's JSON. What a newer version may have added is passed over.</summary>
internal static class AuditReader
{
    internal static AuditEvent Read(ReadOnlySpan<byte> text)
    {
        var read = new AuditEvent
        {
            EventId = "",
            Account = "",
            Identity = new() { Type = "Unknown" },
            Time = default,
            Source = "",
            Name = "",
            Region = "",
            RequestId = "",
            ReadOnly = false,
        };
        var json = new Utf8JsonReader(text);
        Require(json.Read() && json.TokenType == JsonTokenType.StartObject);
        while (Next(ref json, out var name))
        {
            read = name switch
            {
                "userIdentity" => read with { Identity = Identity(ref json) },
                "eventTime" => read with { Time = json.GetDateTimeOffset() },
                "eventSource" => read with { Source = Text(ref json) },
                "eventName" => read with { Name = Text(ref json) },
                "awsRegion" => read with { Region = Text(ref json) },
                "sourceIPAddress" => read with { SourceAddress = json.GetString() },
                "userAgent" => read with { UserAgent = json.GetString() },
                "errorCode" => read with { ErrorCode = json.GetString() },
                "errorMessage" => read with { ErrorMessage = json.GetString() },
                "requestParameters" => read with { RequestParameters = Raw(ref json, text) },
                "responseElements" => read with { ResponseElements = Raw(ref json, text) },
                "additionalEventData" => read with { AdditionalData = Raw(ref json, text) },
                "serviceEventDetails" => read with { ServiceDetails = Raw(ref json, text) },
                "requestID" => read with { RequestId = Text(ref json) },
                "eventID" => read with { EventId = Text(ref json) },
                "readOnly" => read with { ReadOnly = json.GetBoolean() },
                "resources" => read with { Resources = Resources(ref json) },
                "eventType" => read with { EventType = Text(ref json) },
                "recipientAccountId" => read with { Account = Text(ref json) },
                "sharedEventID" => read with { SharedEventId = json.GetString() },
                _ => Pass(ref json, read),
            };
        }

        Require(read.EventId.Length > 0 && read.Time != default);
        return read;
    }

    private static AuditIdentity Identity(ref Utf8JsonReader json)
    {
        Require(json.TokenType == JsonTokenType.StartObject);
        var read = new AuditIdentity { Type = "Unknown" };
        while (Next(ref json, out var name))
        {
            read = name switch
            {
                "type" => read with { Type = Text(ref json) },
                "principalId" => read with { PrincipalId = json.GetString() },
                "arn" => read with { Arn = json.GetString() },
                "accountId" => read with { Account = json.GetString() },
                "accessKeyId" => read with { AccessKeyId = json.GetString() },
                "userName" => read with { UserName = json.GetString() },
                "identityProvider" => read with { IdentityProvider = json.GetString() },
                "invokedBy" => read with { InvokedBy = json.GetString() },
                "onBehalfOf" => OnBehalfOf(ref json, read),
                "credentialId" => read with { CredentialId = json.GetString() },
                "sessionContext" => read with { Session = Session(ref json) },
                _ => Pass(ref json, read),
            };
        }

        return read;
    }

    private static AuditIdentity OnBehalfOf(ref Utf8JsonReader json, AuditIdentity read)
    {
        Require(json.TokenType == JsonTokenType.StartObject);
        while (Next(ref json, out var name))
        {
            read = name switch
            {
                "userId" => read with { IdentityUserId = json.GetString() },
                "identityStoreArn" => read with { IdentityStoreArn = json.GetString() },
                _ => Pass(ref json, read),
            };
        }

        return read;
    }

    private static AuditSession Session(ref Utf8JsonReader json)
    {
        Require(json.TokenType == JsonTokenType.StartObject);
        var read = new AuditSession { Created = default };
        while (Next(ref json, out var name))
        {
            read = name switch
            {
                "sessionIssuer" => read with { Issuer = Issuer(ref json) },
                "webIdFederationData" => WebIdentity(ref json, read),
                "attributes" => Attributes(ref json, read),
                "sourceIdentity" => read with { SourceIdentity = json.GetString() },
                "assumedRoot" => read with { AssumedRoot = json.GetString() == "true" },
                _ => Pass(ref json, read),
            };
        }

        return read;
    }

    private static AuditSession WebIdentity(ref Utf8JsonReader json, AuditSession read)
    {
        Require(json.TokenType == JsonTokenType.StartObject);
        while (Next(ref json, out var name))
        {
            read = name == "federatedProvider" ? read with { WebIdentityProvider = json.GetString() } : Pass(ref json, read);
        }

        return read;
    }

    private static AuditSession Attributes(ref Utf8JsonReader json, AuditSession read)
    {
        Require(json.TokenType == JsonTokenType.StartObject);
        while (Next(ref json, out var name))
        {
            read = name switch
            {
                "creationDate" => read with { Created = json.GetDateTimeOffset() },
                "mfaAuthenticated" => read with { MfaAuthenticated = json.GetString() == "true" },
                _ => Pass(ref json, read),
            };
        }

        return read;
    }

    private static AuditIssuer Issuer(ref Utf8JsonReader json)
    {
        Require(json.TokenType == JsonTokenType.StartObject);
        var read = new AuditIssuer { Type = "", PrincipalId = "", Arn = "", Account = "" };
        while (Next(ref json, out var name))
        {
            read = name switch
            {
                "type" => read with { Type = Text(ref json) },
                "principalId" => read with { PrincipalId = Text(ref json) },
                "arn" => read with { Arn = Text(ref json) },
                "accountId" => read with { Account = Text(ref json) },
                "userName" => read with { Name = json.GetString() },
                _ => Pass(ref json, read),
            };
        }

        return read;
    }

    private static List<AuditResource> Resources(ref Utf8JsonReader json)
    {
        Require(json.TokenType == JsonTokenType.StartArray);
        var all = new List<AuditResource>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            Require(json.TokenType == JsonTokenType.StartObject);
            var read = new AuditResource("", "", null);
            while (Next(ref json, out var name))
            {
                read = name switch
                {
                    "type" => read with { Type = Text(ref json) },
                    "ARN" => read with { Arn = Text(ref json) },
                    "accountId" => read with { Account = json.GetString() },
                    _ => Pass(ref json, read),
                };
            }

            all.Add(read);
        }

        return all;
    }

    // Steps to the value of the next member; false at the end of the object.
    private static bool Next(ref Utf8JsonReader json, out string name)
    {
        Require(json.Read());
        if (json.TokenType == JsonTokenType.EndObject)
        {
            name = "";
            return false;
        }

        name = json.GetString()!;
        return json.Read();
    }

    private static T Pass<T>(ref Utf8JsonReader json, T read)
    {
        json.Skip();
        return read;
    }

    private static ReadOnlyMemory<byte> Raw(ref Utf8JsonReader json, ReadOnlySpan<byte> text)
    {
        if (json.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        var start = (int)json.TokenStartIndex;
        json.Skip();
        return text[start..(int)json.BytesConsumed].ToArray();
    }

    private static string Text(ref Utf8JsonReader json) => json.GetString() ?? throw new FormatException("A text is missing.");

    private static void Require(bool holds)
    {
        if (!holds)
        {
            throw new FormatException("It has another form.");
        }
    }
}

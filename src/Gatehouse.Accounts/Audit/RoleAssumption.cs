using System.Collections.Immutable;
using System.Text.Json;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Audit;

/// <summary>What the trail tells of a role that a service assumes for a workload: an <c>AssumeRole</c> of STS, as AWS has it, from where is the service's name.</summary>
/// <param name="Account">The role's account.</param>
/// <param name="RoleArn">The role.</param>
/// <param name="Service">The service, such as <c>ec2.amazonaws.com</c>.</param>
/// <param name="SessionName">The session's name.</param>
/// <param name="Seconds">How long it lasts, in seconds.</param>
/// <param name="Tags">Its tags.</param>
public sealed record RoleAssumption(string Account, string RoleArn, string Service, string SessionName, int Seconds, ImmutableArray<SessionTag> Tags)
{
    /// <summary>The session's source identity; null when it has none.</summary>
    public string? SourceIdentity { get; init; }

    /// <summary>That it happened.</summary>
    /// <param name="ids">Draws ids.</param>
    /// <param name="region">The region we answer for.</param>
    /// <param name="now">The moment.</param>
    /// <param name="role">The role.</param>
    /// <param name="issued">The session.</param>
    public AuditEvent Granted(IdSource ids, string region, DateTimeOffset now, Role role, IssuedSession issued) =>
        Attempt(ids, region, now) with { ResponseElements = JsonObjects.Write(json => SessionAnswer.Write(json, role, issued)) };

    /// <summary>That the role does not let the service.</summary>
    /// <param name="ids">Draws ids.</param>
    /// <param name="region">The region we answer for.</param>
    /// <param name="now">The moment.</param>
    public AuditEvent Denied(IdSource ids, string region, DateTimeOffset now) => Attempt(ids, region, now) with
    {
        ErrorCode = "AccessDenied",
        ErrorMessage = $"User: {Service} is not authorized to perform: sts:AssumeRole on resource: {RoleArn}",
    };

    /// <summary>That it was tried, without a word of how it ended.</summary>
    /// <param name="ids">Draws ids.</param>
    /// <param name="region">The region we answer for.</param>
    /// <param name="now">The moment.</param>
    public AuditEvent Attempt(IdSource ids, string region, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return new()
        {
            EventId = ids.NewUuid(),
            Account = Account,
            Identity = new() { Type = "AWSService", InvokedBy = Service },
            Time = now,
            Source = "sts.amazonaws.com",
            Name = "AssumeRole",
            Region = region,
            SourceAddress = Service,
            UserAgent = Service,
            RequestId = ids.NewUuid(),
            ReadOnly = true,
            RequestParameters = JsonObjects.Write(Write),
            Resources = [new("AWS::IAM::Role", RoleArn, Account)],
        };
    }

    private void Write(Utf8JsonWriter json)
    {
        json.WriteString("roleArn"u8, RoleArn);
        json.WriteString("roleSessionName"u8, SessionName);
        json.WriteNumber("durationSeconds"u8, Seconds);
        if (!Tags.IsEmpty)
        {
            WriteTags(json);
        }

        if (SourceIdentity is not null)
        {
            json.WriteString("sourceIdentity"u8, SourceIdentity);
        }
    }

    private void WriteTags(Utf8JsonWriter json)
    {
        json.WriteStartArray("tags"u8);
        foreach (var tag in Tags)
        {
            json.WriteStartObject();
            json.WriteString("key"u8, tag.Key);
            json.WriteString("value"u8, tag.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (!Tags.Any(static tag => tag.Transitive))
        {
            return;
        }

        json.WriteStartArray("transitiveTagKeys"u8);
        foreach (var tag in Tags.Where(static tag => tag.Transitive))
        {
            json.WriteStringValue(tag.Key);
        }

        json.WriteEndArray();
    }
}

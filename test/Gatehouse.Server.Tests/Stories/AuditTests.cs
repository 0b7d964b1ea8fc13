using System.Text.Json;
using Gatehouse.Server.Requests;
using Gatehouse.Server.Tests.Hostile;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>Every request leaves an event, refused or not.</summary>
public sealed class AuditTests(HostileFixture fixture) : IClassFixture<HostileFixture>
{
    [Fact]
    public async Task Every_operation_that_is_refused_is_counted_and_found_in_the_trail()
    {
        // Operations that want no signature are refused for what they bring instead, which has tests of its own.
        var operations = fixture.Server.Operations
            .Where(operation => operation.Operation is not null && !operation.Contract.Unsigned && operation.Contract.Service.Name != "cloudtrail").ToList();
        var before = operations.ToDictionary(operation => operation, operation => Refusals(operation.Numbers));
        foreach (var operation in operations)
        {
            foreach (var credentials in (SigningCredentials[])[fixture.Nobody, new(fixture.Nobody.AccessKeyId, new string('x', 40))])
            {
                await fixture.Server.SendAsync(Request(operation, credentials));
            }

            var signed = Request(operation, fixture.Nobody);
            var unsigned = signed with { Headers = signed.Headers.RemoveAll(header => header.Key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)) };
            Assert.Contains("MissingAuthenticationToken", (await fixture.Server.SendAsync(unsigned)).Body, StringComparison.Ordinal);
        }

        // GetCallerIdentity and GetSessionToken are allowed to everyone; all else is refused three times.
        Assert.All(operations, operation => Assert.Equal(
            operation.Contract.Name is "GetCallerIdentity" or "GetSessionToken" ? 2 : 3,
            Refusals(operation.Numbers) - before[operation]));

        var trail = new List<JsonElement>();
        for (var patience = 0; patience < 50; patience++)
        {
            trail = await EventsAsync(("AccessKeyId", fixture.Nobody.AccessKeyId));
            var seen = trail.Select(found => found.GetProperty("eventName").GetString()).ToHashSet(StringComparer.Ordinal);
            if (operations.TrueForAll(operation => seen.Contains(operation.Contract.Name)))
            {
                break;
            }

            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        foreach (var operation in operations)
        {
            // Some services have operations of one name.
            Assert.True(
                trail.Exists(found => found.GetProperty("eventName").GetString() == operation.Contract.Name
                    && found.GetProperty("eventSource").GetString() == $"{operation.Contract.Service.SigningName}.amazonaws.com"),
                $"{operation.Contract} left no event.");
        }
    }

    [Fact]
    public async Task A_change_and_its_event_are_there_together_and_hold_no_secret()
    {
        await fixture.Server.QueryAsync("iam", "CreateUser", ("UserName", "audited"), ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "red"));
        var key = await fixture.Server.QueryAsync("iam", "CreateAccessKey", ("UserName", "audited"));

        // No wait: the event of a change is in the commit of the change.
        var made = Assert.Single(await EventsAsync(("ResourceName", "audited")), found => found.GetProperty("eventName").GetString() == "CreateUser");
        Assert.Equal("Root", made.GetProperty("userIdentity").GetProperty("type").GetString());
        Assert.Equal("audited", made.GetProperty("requestParameters").GetProperty("userName").GetString());
        Assert.Equal("team", made.GetProperty("requestParameters").GetProperty("tags")[0].GetProperty("key").GetString());
        Assert.Equal("arn:aws:iam::111122223333:user/audited", made.GetProperty("responseElements").GetProperty("user").GetProperty("arn").GetString());
        Assert.Equal("127.0.0.1", made.GetProperty("sourceIPAddress").GetString());

        var keyed = Assert.Single(await EventsAsync(("EventName", "CreateAccessKey")), found => found.ToString().Contains("audited", StringComparison.Ordinal));
        Assert.Contains(key["AccessKeyId"]!, keyed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(key["SecretAccessKey"]!, keyed.ToString(), StringComparison.Ordinal);
    }

    private static long Refusals(OperationNumbers numbers) => numbers.Denied + numbers.Refused;

    private OutgoingRequest Request(Destination operation, SigningCredentials credentials)
    {
        var service = operation.Contract.Service;
        if (operation.Contract.Uri is { } uri)
        {
            var path = string.Join('/', uri.Text.Split('/').Select(part => part.StartsWith('{') ? "f81d4fae-7dec-11d0-a765-00a0c91e6bf6" : part));
            return fixture.Server.Sign(credentials, service.SigningName, operation.Contract.Method, path, "").Request;
        }

        return service.Name is "iam" or "sts"
            ? fixture.Server.Sign(
                credentials, service.SigningName, "POST", "/", $"Action={operation.Contract.Name}&Version={service.ApiVersion}", ("Content-Type", "application/x-www-form-urlencoded")).Request
            : fixture.Server.Sign(
                credentials, service.SigningName, "POST", "/", "{}", ("Content-Type", "application/x-amz-json-1.1"), ("X-Amz-Target", $"{service.TargetPrefix}.{operation.Contract.Name}")).Request;
    }

    private async Task<List<JsonElement>> EventsAsync((string Key, string Value) attribute)
    {
        var events = new List<JsonElement>();
        var token = "";
        do
        {
            var reply = await fixture.Server.JsonAsync(
                ServerFixture.Root,
                "cloudtrail",
                "CloudTrail_20131101.LookupEvents",
                $$"""{"LookupAttributes":[{"AttributeKey":"{{attribute.Key}}","AttributeValue":"{{attribute.Value}}"}]{{token}}}""");
            Assert.True((int)reply.Status == 200, reply.Body);
            var page = JsonDocument.Parse(reply.Body).RootElement;
            events.AddRange(page.GetProperty("Events").EnumerateArray().Select(found => JsonDocument.Parse(found.GetProperty("CloudTrailEvent").GetString()!).RootElement));
            token = page.TryGetProperty("NextToken", out var next) ? $",\"NextToken\":\"{next.GetString()}\"" : "";
        }
        while (token.Length > 0);
        return events;
    }
}

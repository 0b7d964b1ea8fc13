using System.Text;
using System.Text.Json;
using Gatehouse.Accounts.Audit;

namespace Gatehouse.Accounts.Tests.Audit;

public sealed class AuditEventTests
{
    private static readonly AuditEvent Full = new()
    {
        EventId = "7b1a3c1e-0000-4000-8000-000000000001",
        Account = "111122223333",
        Identity = new()
        {
            Type = "AssumedRole",
            PrincipalId = "AROAROLE:deploy",
            Arn = "arn:aws:sts::111122223333:assumed-role/app/deploy",
            Account = "111122223333",
            AccessKeyId = "ASIAEXAMPLEEXAMPLE12",
            Session = new()
            {
                Issuer = new() { Type = "Role", PrincipalId = "AROAROLE", Arn = "arn:aws:iam::111122223333:role/app", Account = "111122223333", Name = "app" },
                Created = new(2026, 1, 15, 11, 0, 0, TimeSpan.Zero),
                MfaAuthenticated = true,
                SourceIdentity = "ana",
            },
        },
        Time = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero),
        Source = "iam.amazonaws.com",
        Name = "CreateUser",
        Region = "us-east-1",
        SourceAddress = "203.0.113.7",
        UserAgent = "aws-cli/2 \"quoted\" <é>",
        ErrorCode = "EntityAlreadyExists",
        ErrorMessage = "User with name bo already exists.",
        RequestParameters = """{"userName":"bo","tags":[{"key":"a","value":{"deep":[1,2.50,true,null]}}]}"""u8.ToArray(),
        ResponseElements = """{"user":{"userName":"bo"}}"""u8.ToArray(),
        AdditionalData = """{"decision":"allowed"}"""u8.ToArray(),
        ServiceDetails = """{"createAccountStatus":{"state":"SUCCEEDED"}}"""u8.ToArray(),
        RequestId = "7b1a3c1e-0000-4000-8000-000000000002",
        ReadOnly = false,
        Resources = [new("AWS::IAM::User", "arn:aws:iam::111122223333:user/bo", "111122223333")],
        SharedEventId = "7b1a3c1e-0000-4000-8000-000000000003",
    };

    [Fact]
    public void What_clients_say_of_themselves_and_are_told_is_kept_to_a_kilobyte() // [AU-7], T-37
    {
        var written = Full with { UserAgent = new string('u', 65_000), ErrorMessage = new string('e', AuditText.Most - 1) + "\ud83d\ude00" };

        Assert.Equal(new string('u', AuditText.Most), written.UserAgent);
        Assert.Equal(new string('e', AuditText.Most - 1), written.ErrorMessage);
        Assert.True(written.ToJson().Length < 4096);
        Assert.Equal("short", AuditText.Cut("short"));
        Assert.Null(AuditText.Cut(null));
    }

    [Fact]
    public void Comes_back_from_its_JSON_as_it_was()
    {
        var read = AuditEvent.Read(Full.ToJson());

        Assert.Equal(Flat(Full), Flat(read));
        Assert.Equal(Full.Identity, read.Identity);
        Assert.Equal(Full.Resources, read.Resources);
        Assert.Equal(Full.RequestParameters.ToArray(), read.RequestParameters.ToArray());
        Assert.Equal(Full.ResponseElements.ToArray(), read.ResponseElements.ToArray());
        Assert.Equal(Full.AdditionalData.ToArray(), read.AdditionalData.ToArray());
        Assert.Equal(Full.ServiceDetails.ToArray(), read.ServiceDetails.ToArray());
        Assert.Equal(Full.ToJson(), read.ToJson());
    }

    [Fact]
    public void Says_nothing_of_what_is_not_known()
    {
        var small = new AuditEvent
        {
            EventId = "e",
            Account = "111122223333",
            Identity = AuditIdentity.Of(Caller.Anonymous),
            Time = Full.Time,
            Source = "sts.amazonaws.com",
            Name = "GetCallerIdentity",
            Region = "us-east-1",
            RequestId = "r",
            ReadOnly = true,
        };

        Assert.Equal(
            """{"eventVersion":"1.11","userIdentity":{"type":"AWSAccount","principalId":"","accountId":"anonymous"},"eventTime":"2026-01-15T12:00:00Z","eventSource":"sts.amazonaws.com","eventName":"GetCallerIdentity","awsRegion":"us-east-1","requestParameters":null,"responseElements":null,"requestID":"r","eventID":"e","readOnly":true,"eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333","eventCategory":"Management"}""",
            Encoding.UTF8.GetString(small.ToJson()));
        Assert.Equal(Flat(small), Flat(AuditEvent.Read(small.ToJson())));
    }

    [Fact]
    public void Writes_text_that_is_no_text_as_valid_JSON()
    {
        var json = (Full with { UserAgent = "half \ud800 \0 \u0007 pair" }).ToJson();

        using var parsed = JsonDocument.Parse(json);
        Assert.Equal("half \ufffd \0 \u0007 pair", parsed.RootElement.GetProperty("userAgent").GetString());
    }

    [Fact]
    public void Passes_over_what_a_newer_version_added()
    {
        var json = """{"new":{"a":[1]},"eventID":"e","eventTime":"2026-01-15T12:00:00Z","userIdentity":{"type":"Root","more":[{}]},"eventName":"X"}"""u8;

        var read = AuditEvent.Read(json);

        Assert.Equal(("e", "X", "Root"), (read.EventId, read.Name, read.Identity.Type));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"eventID":"e","eventTime":"noon"}""")]
    [InlineData("""{"eventID":7,"eventTime":"2026-01-15T12:00:00Z"}""")]
    [InlineData("""{"eventID":"e","eventTime":"2026-01-15T12:00:00Z","userIdentity":[]}""")]
    [InlineData("""{"eventID":"e","eventTime":"2026-01-15T12:00:00Z","userIdentity":{""")]
    public void Refuses_what_is_no_event(string json) =>
        Assert.Throws<InvalidDataException>(() => AuditEvent.Read(Encoding.UTF8.GetBytes(json)));

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/team/bo", "AWS::IAM::User", "bo")]
    [InlineData("arn:aws:iam::111122223333:role/app", "AWS::IAM::Role", "app")]
    [InlineData("arn:aws:iam::aws:policy/ReadOnlyAccess", "AWS::IAM::Policy", "arn:aws:iam::aws:policy/ReadOnlyAccess")]
    [InlineData("arn:aws:iam::111122223333:user/", null, null)]
    [InlineData("arn:aws:iam::111122223333:root", null, null)]
    [InlineData("*", null, null)]
    public void Names_the_resource_of_an_ARN(string arn, string? type, string? name)
    {
        var resource = AuditResource.Of(new(arn));

        Assert.Equal((type, name), (resource?.Type, resource?.Name));
    }

    [Theory]
    [InlineData("IAMUser", "AIDAX", "bo", "bo")]
    [InlineData("Root", "111122223333", null, "root")]
    [InlineData("AssumedRole", "AROAX:deploy", null, "deploy")]
    [InlineData("FederatedUser", "111122223333:ana", null, "ana")]
    [InlineData("AWSAccount", "", null, null)]
    public void Is_found_by_the_name_people_know(string type, string id, string? user, string? name) =>
        Assert.Equal(name, new AuditIdentity { Type = type, PrincipalId = id, UserName = user }.LookupName);

    // Memory compares by place, not by content: taken out, the rest compares as a value.
    private static AuditEvent Flat(AuditEvent full) =>
        full with { RequestParameters = default, ResponseElements = default, AdditionalData = default, ServiceDetails = default, Resources = Array.Empty<AuditResource>() };
}

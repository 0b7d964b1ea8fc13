using System.Text;

namespace Gatehouse.Server.Tests.Hostile;

/// <summary>The bad inputs of STS (BI-101 to BI-137).</summary>
public sealed class StsTests(HostileFixture fixture) : IClassFixture<HostileFixture>
{
    private const string Open = "arn:aws:iam::111122223333:role/open";

    private static readonly (string Key, string Value)[] Basic = [("RoleArn", Open), ("RoleSessionName", "s1")];

    private static readonly Dictionary<string, (int Status, string Code, string By, string Action, (string, string)[] Form)> Rows = new(StringComparer.Ordinal)
    {
        ["BI-101 no RoleArn"] = Row("ValidationError", [("RoleSessionName", "s1")]),
        ["no RoleSessionName"] = Row("ValidationError", [("RoleArn", Open)]),
        ["BI-102 short session name"] = Row("ValidationError", [("RoleArn", Open), ("RoleSessionName", "a")]),
        ["BI-103 a blank in the session name"] = Row("ValidationError", [("RoleArn", Open), ("RoleSessionName", "a b")]),
        ["session name of 65"] = Row("ValidationError", [("RoleArn", Open), ("RoleSessionName", new string('a', 65))]),
        ["BI-104 899 seconds"] = Row("ValidationError", [.. Basic, ("DurationSeconds", "899")]),
        ["43201 seconds"] = Row("ValidationError", [.. Basic, ("DurationSeconds", "43201")]),
        ["duration of words"] = (400, "", "admin", "AssumeRole", [.. Basic, ("DurationSeconds", "long")]),
        ["duration past 64 bits"] = (400, "", "admin", "AssumeRole", [.. Basic, ("DurationSeconds", "99999999999999999999")]),
        ["BI-105 longer than the role allows"] = Row("ValidationError", [.. Basic, ("DurationSeconds", "7200")]),
        ["BI-106 chained, longer than an hour"] = (400, "ValidationError", "session", "AssumeRole", [.. Basic, ("DurationSeconds", "3601")]),
        ["BI-107 no such role"] = Denied([("RoleArn", Open + "x"), ("RoleSessionName", "s1")]),
        ["no such account"] = Denied([("RoleArn", "arn:aws:iam::123412341234:role/open"), ("RoleSessionName", "s1")]),
        ["another partition"] = Denied([("RoleArn", "arn:aws-cn:iam::111122223333:role/open"), ("RoleSessionName", "s1")]),
        ["BI-108 trusts another account"] = Denied([("RoleArn", "arn:aws:iam::111122223333:role/foreign"), ("RoleSessionName", "s1")]),
        ["BI-109 root"] = (403, "AccessDenied", "root", "AssumeRole", Basic),
        ["BI-110 wrong external id"] = Denied([("RoleArn", "arn:aws:iam::111122223333:role/external"), ("RoleSessionName", "s1"), ("ExternalId", "x-43")]),
        ["BI-110 no external id"] = Denied([("RoleArn", "arn:aws:iam::111122223333:role/external"), ("RoleSessionName", "s1")]),
        ["short external id"] = Row("ValidationError", [.. Basic, ("ExternalId", "x")]),
        ["BI-111 code without serial number"] = Denied([.. Basic, ("TokenCode", "123456")]),
        ["serial number without code"] = Denied([.. Basic, ("SerialNumber", "arn:aws:iam::111122223333:mfa/admin")]),
        ["BI-112 unknown device"] = Denied([.. Basic, ("SerialNumber", "arn:aws:iam::111122223333:mfa/other"), ("TokenCode", "123456")]),
        ["BI-114 code of five digits"] = Row("ValidationError", [.. Basic, ("TokenCode", "12345")]),
        ["BI-115 session policy that is no JSON"] = Row("MalformedPolicyDocument", [.. Basic, ("Policy", "{\"Statement\":")]),
        ["session policy with a principal"] = Row("MalformedPolicyDocument", [.. Basic, ("Policy", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}""")]),
        ["session policy of 2049"] = Row("PackedPolicyTooLarge", [.. Basic, ("Policy", new string(' ', 2049))]),
        ["BI-116 eleven policy ARNs"] = Row("ValidationError", [.. Basic, .. Enumerable.Range(1, 11).Select(n => ($"PolicyArns.member.{n}.arn", $"arn:aws:iam::aws:policy/P{n}"))]),
        ["no such session policy"] = (400, "", "admin", "AssumeRole", [.. Basic, ("PolicyArns.member.1.arn", "arn:aws:iam::aws:policy/NoSuchPolicyAtAll")]),
        ["BI-117 51 tags"] = Row("ValidationError", [.. Basic, .. Tags(51, n => $"k{n}", "v")]),
        ["BI-118 tags that differ in case"] = Row("InvalidParameterValue", [.. Basic, .. Tags(2, n => n == 1 ? "Team" : "team", "v")]),
        ["tag key of 129"] = Row("ValidationError", [.. Basic, .. Tags(1, _ => new string('k', 129), "v")]),
        ["tag value of 257"] = Row("ValidationError", [.. Basic, .. Tags(1, _ => "k", new string('v', 257))]),
        ["tag without key"] = Row("ValidationError", [.. Basic, ("Tags.member.1.Value", "v")]),
        ["tag of AWS's own"] = Row("ValidationError", [.. Basic, .. Tags(1, _ => "aws:x", "v")]),
        ["BI-119 tags without TagSession"] = Denied([("RoleArn", "arn:aws:iam::111122223333:role/plain"), ("RoleSessionName", "s1"), .. Tags(1, _ => "k", "v")]),
        ["BI-120 an inherited key"] = (400, "InvalidParameterValue", "session", "AssumeRole", [.. Basic, .. Tags(1, _ => "Team", "blue")]),
        ["BI-121 source identity of AWS's own"] = Row("ValidationError", [.. Basic, ("SourceIdentity", "aws:x")]),
        ["BI-122 another source identity"] = (403, "AccessDenied", "session", "AssumeRole", [.. Basic, ("SourceIdentity", "mallory")]),
        ["source identity without permission"] = Denied([("RoleArn", "arn:aws:iam::111122223333:role/plain"), ("RoleSessionName", "s1"), ("SourceIdentity", "eva")]),
        ["BI-126 GetSessionToken by a session"] = (403, "AccessDenied", "session", "GetSessionToken", []),
        ["BI-128 too long a session"] = (400, "ValidationError", "admin", "GetSessionToken", [("DurationSeconds", "129601")]),
        ["GetSessionToken of 899"] = (400, "ValidationError", "admin", "GetSessionToken", [("DurationSeconds", "899")]),
        ["BI-129 GetFederationToken by a session"] = (403, "AccessDenied", "session", "GetFederationToken", [("Name", "carol")]),
        ["BI-130 name of 33"] = (400, "ValidationError", "admin", "GetFederationToken", [("Name", new string('n', 33))]),
        ["GetFederationToken without permission"] = (403, "AccessDenied", "nobody", "GetFederationToken", [("Name", "carol")]),
        ["BI-137 key id too short"] = (400, "ValidationError", "admin", "GetAccessKeyInfo", [("AccessKeyId", "AKIA")]),
        ["key id of odd letters"] = (400, "ValidationError", "admin", "GetAccessKeyInfo", [("AccessKeyId", "AKIA/AAAAAAAAAAAAAAA")]),
        ["GetAccessKeyInfo without permission"] = (403, "AccessDenied", "nobody", "GetAccessKeyInfo", [("AccessKeyId", "AKIARZPUZDIKAAAAAAAA")]),
        ["AssumeRole without permission"] = (403, "AccessDenied", "nobody", "AssumeRole", Basic),
        ["BI-56 unknown action"] = (400, "InvalidAction", "admin", "AssumeRoll", []),
        ["BI-57 RoleArn twice"] = (400, "MalformedQueryString", "admin", "AssumeRole", [.. Basic, ("RoleArn", Open)]),
    };

    /// <summary>The names of the rows.</summary>
    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bad_request_gets_the_right_answer(string name)
    {
        var (status, code, by, action, form) = Rows[name];
        var credentials = by switch { "root" => ServerFixture.Root, "session" => fixture.Session, "nobody" => fixture.Nobody, _ => fixture.Admin };

        var reply = await fixture.Server.QueryAsync(credentials, "sts", action, form);

        Assert.True(status == (int)reply.Status && (code.Length == 0 || code == reply.Code), $"{(int)reply.Status} {reply.Code}: {reply.Body}");
    }

    // BI-123
    [Fact]
    public async Task Policies_and_tags_that_do_not_fit_are_refused()
    {
        var noise = new StringBuilder();
        for (var seed = 1u; noise.Length < 12_000; seed = (seed * 1664525) + 1013904223)
        {
            noise.Append((char)('a' + (seed >> 16) % 26));
        }

        var tags = Enumerable.Range(1, 50).SelectMany(n => new[]
        {
            ($"Tags.member.{n}.Key", $"k{n}"), ($"Tags.member.{n}.Value", noise.ToString((n - 1) * 230, 230)),
        });

        var reply = await fixture.Server.QueryAsync(fixture.Admin, "sts", "AssumeRole", [.. Basic, .. tags]);

        Assert.Equal((400, "PackedPolicyTooLarge"), ((int)reply.Status, reply.Code));
    }

    // BI-124, BI-131, BI-132, AU-303
    [Fact]
    public async Task Sessions_may_not_call_what_they_may_not()
    {
        var token = await fixture.Server.QueryAsync(fixture.Admin, "sts", "GetSessionToken");
        var temporary = new Signatures.SigningCredentials(token["AccessKeyId"]!, token["SecretAccessKey"]!, token["SessionToken"]!);
        var federated = await fixture.Server.QueryAsync(fixture.Admin, "sts", "GetFederationToken", ("Name", "carol"));
        var carol = new Signatures.SigningCredentials(federated["AccessKeyId"]!, federated["SecretAccessKey"]!, federated["SessionToken"]!);

        Assert.Equal("InvalidClientTokenId", (await fixture.Server.QueryAsync(temporary, "iam", "ListUsers")).Code);
        Assert.Equal("InvalidClientTokenId", (await fixture.Server.QueryAsync(carol, "iam", "ListUsers")).Code);
        Assert.Equal("AccessDenied", (await fixture.Server.QueryAsync(carol, "sts", "AssumeRole", Basic)).Code);
        Assert.Equal("arn:aws:sts::111122223333:federated-user/carol", (await fixture.Server.QueryAsync(carol, "sts", "GetCallerIdentity"))["Arn"]);
        Assert.Equal("arn:aws:iam::111122223333:user/admin", (await fixture.Server.QueryAsync(temporary, "sts", "GetCallerIdentity"))["Arn"]);
    }

    private static (int, string, string, string, (string, string)[]) Row(string code, (string, string)[] form) => (400, code, "admin", "AssumeRole", form);

    private static (int, string, string, string, (string, string)[]) Denied((string, string)[] form) => (403, "AccessDenied", "admin", "AssumeRole", form);

    private static IEnumerable<(string, string)> Tags(int count, Func<int, string> key, string value) => Enumerable.Range(1, count)
        .SelectMany(n => new[] { ($"Tags.member.{n}.Key", key(n)), ($"Tags.member.{n}.Value", value) });
}

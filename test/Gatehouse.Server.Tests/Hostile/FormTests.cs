using System.Net;
using System.Text;

namespace Gatehouse.Server.Tests.Hostile;

/// <summary>Well-signed requests whose content is wrong: forms, JSON, values, encodings, sizes, depths.</summary>
public sealed class FormTests(HostileFixture fixture) : IClassFixture<HostileFixture>
{
    private const string Form = "application/x-www-form-urlencoded";
    private const string Json11 = "application/x-amz-json-1.1";
    private const string Iam = "&Version=2010-05-08";
    private const string ListAccounts = "AWSOrganizationsV20161128.ListAccounts";

    // Forms, signed for IAM: the body, the status, the code.
    private static readonly Dictionary<string, (string Body, int Status, string Code)> Forms = new(StringComparer.Ordinal)
    {
        ["empty"] = ("", 400, "MissingAction"),
        ["no action"] = ("Version=2010-05-08", 400, "MissingAction"),
        ["no version"] = ("Action=ListUsers", 400, "InvalidAction"),
        ["empty action"] = ("Action=" + Iam, 400, "InvalidAction"),
        ["unknown action"] = ("Action=MakeCoffee" + Iam, 400, "InvalidAction"),
        ["action of another case"] = ("Action=listusers" + Iam, 400, "InvalidAction"),
        ["action with a blank"] = ("Action=ListUsers%20" + Iam, 400, "InvalidAction"),
        ["action with a null"] = ("Action=ListUsers%00" + Iam, 400, "InvalidAction"),
        ["action of 10,000"] = ("Action=" + new string('A', 10_000) + Iam, 400, "InvalidAction"),
        ["unknown version"] = ("Action=ListUsers&Version=1999-01-01", 400, "InvalidAction"),
        ["version twice"] = ("Action=ListUsers&Version=2010-05-08&Version=2010-05-08", 400, "MalformedQueryString"),
        ["action twice"] = ("Action=ListUsers&Action=GetUser" + Iam, 400, "MalformedQueryString"),
        ["member twice"] = ("Action=GetUser&UserName=a&UserName=b" + Iam, 400, "MalformedQueryString"),
        ["list member twice"] = ("Action=CreateUser&UserName=a&Tags.member.1.Key=a&Tags.member.1.Key=b" + Iam, 400, "MalformedQueryString"),
        ["malformed escape"] = ("Action=GetUser&UserName=%zz" + Iam, 400, "MalformedQueryString"),
        ["half an escape"] = ("Action=GetUser&UserName=a%4" + Iam, 400, "MalformedQueryString"),
        ["escape at the end"] = ("Action=GetUser" + Iam + "&UserName=%", 400, "MalformedQueryString"),
        ["5,000 fields"] = ("Action=ListUsers" + Iam + string.Concat(Enumerable.Range(0, 5000).Select(n => $"&a{n}=b")), 400, "MalformedQueryString"),
        ["bytes that are no UTF-8"] = ("Action=GetUser&UserName=%ff%fe" + Iam, 400, "*"),
        ["a surrogate in UTF-8"] = ("Action=GetUser&UserName=%ed%a0%80" + Iam, 400, "*"),
        ["a null in a name"] = ("Action=GetUser&UserName=a%00b" + Iam, 400, "ValidationError"),
        ["a line break in a name"] = ("Action=GetUser&UserName=alice%0A" + Iam, 400, "ValidationError"),
        ["XML in a name"] = ("Action=GetUser&UserName=%3C%21DOCTYPE%20x%20%5B%3C%21ENTITY%20a%20%22b%22%3E%5D%3E" + Iam, 400, "ValidationError"),
        ["an entity in a name"] = ("Action=GetUser&UserName=%26lt%3B" + Iam, 400, "ValidationError"),
        ["CDATA in a name"] = ("Action=GetUser&UserName=%5D%5D%3E" + Iam, 400, "ValidationError"),
        ["control characters in a name"] = ("Action=GetUser&UserName=%01%02%1b%5B31m" + Iam, 400, "ValidationError"),
        ["letters that are not ASCII"] = ("Action=CreateUser&UserName=%C3%A9" + Iam, 400, "ValidationError"),
        ["name of 65"] = ("Action=CreateUser&UserName=" + new string('a', 65) + Iam, 400, "ValidationError"),
        ["name of 100,000"] = ("Action=CreateUser&UserName=" + new string('a', 100_000) + Iam, 400, "ValidationError"),
        ["empty name"] = ("Action=CreateUser&UserName=" + Iam, 400, "ValidationError"),
        ["no name"] = ("Action=CreateUser" + Iam, 400, "ValidationError"),
        ["path without slashes"] = ("Action=CreateUser&UserName=a&Path=x" + Iam, 400, "ValidationError"),
        ["path of 513"] = ("Action=CreateUser&UserName=a&Path=/" + new string('a', 511) + "/" + Iam, 400, "ValidationError"),
        ["MaxItems 0"] = ("Action=ListUsers&MaxItems=0" + Iam, 400, "ValidationError"),
        ["MaxItems 1001"] = ("Action=ListUsers&MaxItems=1001" + Iam, 400, "ValidationError"),
        ["MaxItems -1"] = ("Action=ListUsers&MaxItems=-1" + Iam, 400, "ValidationError"),
        ["MaxItems of words"] = ("Action=ListUsers&MaxItems=ten" + Iam, 400, "*"),
        ["MaxItems with a fraction"] = ("Action=ListUsers&MaxItems=1.5" + Iam, 400, "*"),
        ["MaxItems past 64 bits"] = ("Action=ListUsers&MaxItems=18446744073709551617" + Iam, 400, "*"),
        ["MaxItems in hex"] = ("Action=ListUsers&MaxItems=0x10" + Iam, 400, "*"),
        ["MaxItems empty"] = ("Action=ListUsers&MaxItems=" + Iam, 400, "*"),
        ["marker of ours it is not"] = ("Action=ListUsers&Marker=abc" + Iam, 400, "ValidationError"),
        ["marker of odd bytes"] = ("Action=ListUsers&Marker=%ff%00" + Iam, 400, "*"),
        ["prefix without slash"] = ("Action=ListUsers&PathPrefix=x" + Iam, 400, "ValidationError"),
        ["51 tags"] = ("Action=CreateUser&UserName=a" + string.Concat(Enumerable.Range(1, 51).Select(n => $"&Tags.member.{n}.Key=k{n}&Tags.member.{n}.Value=v")) + Iam, 400, "ValidationError"),
        ["tag without value"] = ("Action=CreateUser&UserName=a&Tags.member.1.Key=k" + Iam, 400, "ValidationError"),
        ["tags of one key"] = ("Action=CreateUser&UserName=a&Tags.member.1.Key=k&Tags.member.1.Value=v&Tags.member.2.Key=K&Tags.member.2.Value=v" + Iam, 400, "InvalidInput"),
        ["list place 0"] = ("Action=CreateUser&UserName=zero&Tags.member.0.Key=k" + Iam, 400, "*"),
        ["list place of words"] = ("Action=CreateUser&UserName=words&Tags.member.x.Key=k&Tags.member.x.Value=v" + Iam, 0, "*"),
        ["list place of 20 digits"] = ("Action=CreateUser&UserName=digits&Tags.member.99999999999999999999.Key=k" + Iam, 400, "*"),
        ["boundary that is no ARN"] = ("Action=CreateUser&UserName=a&PermissionsBoundary=x" + Iam, 400, "ValidationError"),
        ["boundary of nothing"] = ("Action=CreateUser&UserName=a&PermissionsBoundary=arn:aws:iam::aws:policy/NoSuchPolicy" + Iam, 404, "NoSuchEntity"),
        ["user of nothing"] = ("Action=GetUser&UserName=mallory" + Iam, 404, "NoSuchEntity"),
        ["role of nothing"] = ("Action=GetRole&RoleName=mallory" + Iam, 404, "NoSuchEntity"),
        ["policy of nothing"] = ("Action=GetPolicy&PolicyArn=arn:aws:iam::111122223333:policy/mallory" + Iam, 404, "NoSuchEntity"),
        ["policy of another account"] = ("Action=GetPolicy&PolicyArn=arn:aws:iam::999988887777:policy/mallory" + Iam, 403, "AccessDenied"),
        ["policy whose ARN is none"] = ("Action=GetPolicy&PolicyArn=aaaaaaaaaaaaaaaaaaaaaa" + Iam, 400, "ValidationError"),
        ["policy that is no JSON"] = (Policy("{"), 400, "MalformedPolicyDocument"),
        ["policy of a number"] = (Policy("1"), 400, "MalformedPolicyDocument"),
        ["policy of an empty object"] = (Policy("{}"), 400, "MalformedPolicyDocument"),
        ["policy with a comment"] = (Policy("""{"Version":"2012-10-17",/**/"Statement":[]}"""), 400, "MalformedPolicyDocument"),
        ["policy with a name twice"] = (Policy("""{"Version":"2012-10-17","Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"""), 400, "MalformedPolicyDocument"),
        ["policy of an unknown operator"] = (Policy("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringSortOf":{"a:b":"c"}}}}"""), 400, "MalformedPolicyDocument"),
        ["policy of an unknown element"] = (Policy("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","When":"never"}}"""), 400, "MalformedPolicyDocument"),
        ["policy of an unknown version"] = (Policy("""{"Version":"2026-01-01","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"""), 400, "MalformedPolicyDocument"),
        ["policy 100 deep"] = (Policy(new string('[', 100) + new string(']', 100)), 400, "MalformedPolicyDocument"),
        ["policy 60,000 deep"] = (Policy(new string('[', 60_000) + new string(']', 60_000)), 400, "MalformedPolicyDocument"),
        ["policy with a principal"] = (Policy("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}"""), 400, "MalformedPolicyDocument"),
        ["policy of 2049"] = (Policy("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":["*","arn:aws:s3:::""" + new string('b', 2000) + "\"]}}"), 409, "LimitExceeded"),
        ["policy of 131,073"] = (Policy(new string('x', 131_073)), 400, "ValidationError"),
        ["policy beyond Latin-1"] = (Policy("{\"Version\":\"2012-10-17\",\"Id\":\"\u20ac\"}"), 400, "ValidationError"),
        ["trust policy that is no JSON"] = ("Action=CreateRole&RoleName=x&AssumeRolePolicyDocument=%7B" + Iam, 400, "MalformedPolicyDocument"),
        ["trust policy of any action"] = ("Action=CreateRole&RoleName=x&AssumeRolePolicyDocument=" + Uri.EscapeDataString("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"*"}}""") + Iam, 400, "MalformedPolicyDocument"),
        ["trust in nobody there"] = ("Action=CreateRole&RoleName=x&AssumeRolePolicyDocument=" + Uri.EscapeDataString("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/mallory"},"Action":"sts:AssumeRole"}}""") + Iam, 400, "MalformedPolicyDocument"),
        ["session longer than may be"] = ("Action=CreateRole&RoleName=x&MaxSessionDuration=43201&AssumeRolePolicyDocument=%7B%7D" + Iam, 400, "ValidationError"),
        ["status of no kind"] = ("Action=UpdateAccessKey&AccessKeyId=AKIARZPUZDIKAAAAAAAA&Status=Asleep" + Iam, 400, "ValidationError"),
        ["key of nobody"] = ("Action=UpdateAccessKey&AccessKeyId=AKIARZPUZDIKAAAAAAAA&Status=Inactive&UserName=nobody" + Iam, 404, "NoSuchEntity"),
        ["alias with capitals"] = ("Action=CreateAccountAlias&AccountAlias=ACME" + Iam, 400, "ValidationError"),
        ["alias of two letters"] = ("Action=CreateAccountAlias&AccountAlias=ab" + Iam, 400, "ValidationError"),
        ["simulation of nothing"] = ("Action=SimulateCustomPolicy" + Iam, 400, "ValidationError"),
        ["simulation of no policy"] = ("Action=SimulateCustomPolicy&ActionNames.member.1=s3:GetObject&PolicyInputList.member.1=x" + Iam, 400, "InvalidInput"),
        ["simulation with two boundaries"] = ("Action=SimulateCustomPolicy&ActionNames.member.1=s3:GetObject&PolicyInputList.member.1=" + Uri.EscapeDataString("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""") + "&PermissionsBoundaryPolicyInputList.member.1=%7B%7D&PermissionsBoundaryPolicyInputList.member.2=%7B%7D" + Iam, 400, "InvalidInput"),
    };

    // JSON bodies, signed for Organizations.
    private static readonly Dictionary<string, (string Body, int Status, string Code)> Jsons = new(StringComparer.Ordinal)
    {
        ["half an object"] = ("{", 400, "SerializationException"),
        ["an array"] = ("[]", 400, "SerializationException"),
        ["a string"] = ("\"x\"", 400, "SerializationException"),
        ["a number"] = ("1", 400, "SerializationException"),
        ["null"] = ("null", 400, "SerializationException"),
        ["text behind the object"] = ("{} x", 400, "SerializationException"),
        ["two objects"] = ("{}{}", 400, "SerializationException"),
        ["a comment"] = ("{/* */}", 400, "SerializationException"),
        ["a trailing comma"] = ("{\"MaxResults\":1,}", 400, "SerializationException"),
        ["single quotes"] = ("{'MaxResults':1}", 400, "SerializationException"),
        ["a name without quotes"] = ("{MaxResults:1}", 400, "SerializationException"),
        ["NaN"] = ("{\"MaxResults\":NaN}", 400, "SerializationException"),
        ["text for a number"] = ("{\"MaxResults\":\"x\"}", 400, "SerializationException"),
        ["an object for a number"] = ("{\"MaxResults\":{}}", 400, "SerializationException"),
        ["a number for text"] = ("{\"NextToken\":1}", 400, "SerializationException"),
        ["a list for text"] = ("{\"NextToken\":[]}", 400, "SerializationException"),
        ["a fraction"] = ("{\"MaxResults\":1.5}", 400, "SerializationException"),
        ["a number past 64 bits"] = ("{\"MaxResults\":99999999999999999999}", 400, "SerializationException"),
        ["a name twice"] = ("{\"MaxResults\":1,\"MaxResults\":2}", 400, "SerializationException"),
        ["100 deep"] = (string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100), 400, "SerializationException"),
        ["100,000 deep"] = (string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) + "1" + new string('}', 100_000), 400, "SerializationException"),
        ["half an escape"] = ("{\"NextToken\":\"\\u12\"}", 400, "SerializationException"),
        ["half a surrogate"] = ("{\"NextToken\":\"\\ud800\"}", 400, "*"),
        ["a raw line break"] = ("{\"NextToken\":\"a\nb\"}", 400, "SerializationException"),
        ["MaxResults 0"] = ("{\"MaxResults\":0}", 400, "*"),
        ["MaxResults 21"] = ("{\"MaxResults\":21}", 400, "*"),
    };

    /// <summary>The names of the forms.</summary>
    public static TheoryData<string> FormNames => [.. Forms.Keys];

    /// <summary>The names of the JSON bodies.</summary>
    public static TheoryData<string> JsonNames => [.. Jsons.Keys];

    [Theory]
    [MemberData(nameof(FormNames))]
    public async Task A_bad_form_gets_the_right_answer(string name)
    {
        var (body, status, code) = Forms[name];

        var reply = await fixture.Server.SendAsync(fixture.Server.Sign(fixture.Admin, "iam", "POST", "/", body, ("Content-Type", Form)));

        Check(reply, status, code);
    }

    [Theory]
    [MemberData(nameof(JsonNames))]
    public async Task A_bad_JSON_body_gets_the_right_answer(string name)
    {
        var (body, status, code) = Jsons[name];

        var reply = await fixture.Server.SendAsync(
            fixture.Server.Sign(fixture.Admin, "organizations", "POST", "/", body, ("Content-Type", Json11), ("X-Amz-Target", ListAccounts)));

        Check(reply, status, code);
    }

    [Theory]
    [InlineData("AWSOrganizationsV20161128.MakeCoffee", 400, "UnknownOperationException")]
    [InlineData("AWSOrganizationsV20161128", 400, "UnknownOperationException")]
    [InlineData("Nobody.ListAccounts", 400, "UnknownOperationException")]
    [InlineData(".", 400, "UnknownOperationException")]
    [InlineData("AWSOrganizationsV20161128.", 400, "UnknownOperationException")]
    public async Task A_bad_target_gets_the_right_answer(string target, int status, string code) =>
        Check(await fixture.Server.JsonAsync(fixture.Admin, "organizations", target, "{}"), status, code);

    [Theory]
    [InlineData("PUT", "/", 405)]
    [InlineData("DELETE", "/", 405)]
    [InlineData("PATCH", "/", 405)]
    [InlineData("GET", "/nowhere", 404)]
    [InlineData("POST", "/analyzer", 404)]
    [InlineData("GET", "/analyzer/%ff", 0)]
    [InlineData("GET", "/../../etc/passwd", 404)]
    [InlineData("GET", "/analyzer/a/b/c/d/e/f", 404)]
    public async Task A_path_or_method_of_nothing_gets_the_right_answer(string method, string target, int status) =>
        Check(await fixture.Server.SendAsync(fixture.Server.Sign(fixture.Admin, "iam", method, target, "")), status, "*");

    // AU-7, BI-58
    [Theory]
    [InlineData("sts", Form, 2 * 1024 * 1024, 413)]
    [InlineData("organizations", Json11, 5 * 1024 * 1024, 413)]
    [InlineData("iam", Form, 33 * 1024 * 1024, 413)]
    public async Task A_body_larger_than_may_be_is_refused(string service, string type, int size, int status)
    {
        var body = type == Form ? "Action=ListUsers&Version=2010-05-08&X=" + new string('x', size) : "{\"NextToken\":\"" + new string('x', size) + "\"}";
        var headers = type == Form ? new[] { ("Content-Type", type) } : [("Content-Type", type), ("X-Amz-Target", ListAccounts)];

        var reply = await fixture.Server.SendAsync(fixture.Server.Sign(fixture.Admin, service, "POST", "/", body, headers));

        Assert.Equal(status, (int)reply.Status);
    }

    [Theory]
    [InlineData("\0\0\0\0")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n")]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello")]
    [InlineData("POST / HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\nzz\r\n")]
    [InlineData("GET http://elsewhere/ HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /\u00e9 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")]
    [InlineData("GET / HTTP/1.1\r\nHost: a\r\n folded: yes\r\nConnection: close\r\n\r\n")]
    public async Task Bytes_that_are_hardly_HTTP_are_refused_and_nothing_breaks(string bytes)
    {
        var answer = await fixture.RawAsync(Encoding.UTF8.GetBytes(bytes));

        Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), answer);
        Assert.Equal(HttpStatusCode.OK, (await fixture.Server.SendAsync(fixture.Identity())).Status);
    }

    [Fact]
    public async Task Nothing_that_was_refused_left_anything_behind()
    {
        foreach (var (body, _, _) in Forms.Values.Where(row => row.Status >= 400))
        {
            await fixture.Server.SendAsync(fixture.Server.Sign(fixture.Admin, "iam", "POST", "/", body, ("Content-Type", Form)));
        }

        var users = await fixture.Server.QueryAsync("iam", "ListUsers");
        Assert.DoesNotContain(users.Xml.Descendants().Where(element => element.Name.LocalName == "UserName"), name => name.Value is not ("admin" or "nobody" or "words"));
        var roles = await fixture.Server.QueryAsync("iam", "ListRoles");
        Assert.Equal(4, roles.Xml.Descendants().Count(element => element.Name.LocalName == "RoleName"));
    }

    private static string Policy(string document) =>
        $"Action=PutUserPolicy&UserName=nobody&PolicyName=p&PolicyDocument={Uri.EscapeDataString(document)}{Iam}";

    // A row with status 0 may succeed or be refused, as long as it is no fault of ours.
    private static void Check(Reply reply, int status, string code)
    {
        Assert.True(
            (int)reply.Status < 500 && (status == 0 || status == (int)reply.Status) && (code == "*" || code == reply.Code),
            $"{(int)reply.Status} {reply.Code}: {(reply.Body.Length > 600 ? reply.Body[..600] : reply.Body)}");
        Assert.NotNull(reply.RequestId);
    }
}

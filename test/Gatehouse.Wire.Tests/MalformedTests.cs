using System.Text;
using Gatehouse.Contracts.AccessAnalyzer;
using Gatehouse.Contracts.CloudTrail;
using Gatehouse.Contracts.Iam;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Sts;

namespace Gatehouse.Wire.Tests;

/// <summary>AU-7, AU-13, AU-102: requests that cannot be read, or that two readers would read differently.</summary>
public sealed class MalformedTests
{
    public static TheoryData<string> Forms =>
    [
        "RoleArn=%zz", "RoleArn=%", "RoleArn=%4", "RoleArn=a%", "%zz=a", "RoleArn=%g0", "RoleArn=%0g", "RoleArn=%%41", "RoleArn=%u0041", "RoleArn=% 1",
        "RoleArn=%FF", "RoleArn=%C0%80", "RoleArn=%ED%A0%80", "%FE=x", "RoleArn=%E2%82", "RoleArn=%F5%80%80%80", "RoleArn=%80",
        "RoleArn=a&RoleArn=b", "RoleArn=a&RoleArn=a", "RoleArn=a&Role%41rn=b", "RoleArn&RoleArn", "a=1&a=2", "Action=GetUser&Action=GetUser", "Version=1&Version=1", "=1&=2",
        "Tags.member.1.Key=a&Tags.member.1.Key=b", "Tags.member.1.Key=a&Tags.member.01.Key=b", "Tags.member.1.Key=a&Tags.member.%31.Key=b",
        "Tags.1.Key=a", "Tags.member.Key=a", "Tags.member.x.Key=a", "Tags.member.1x.Key=a", "Tags.member.-1.Key=a", "Tags.member.+1.Key=a", "Tags.member..Key=a",
        "Tags.member.1234567890.Key=a", "Tags.Member.1.Key=a", "Tags.entry.1.Key=a", "Tags.member=a", "Tags.=a", "Tags.member.=a", "Tags.memberx.1.Key=a",
        "Tags=a", "Tags.member.1=a", "Tags.member.1=a&Tags.member.1.Key=b", "Tags=x&Tags.member.1.Key=a", "Tags.member.1.5=a&Tags.member.9999999999.Key=a",
        "TransitiveTagKeys.1=a", "TransitiveTagKeys=a", "TransitiveTagKeys.member.1.x=a", "TransitiveTagKeys.member.a=a", "TransitiveTagKeys.member.1=a&TransitiveTagKeys.member.01=b",
        "DurationSeconds=", "DurationSeconds=abc", "DurationSeconds=1e3", "DurationSeconds=1.0", "DurationSeconds=+900", "DurationSeconds=0x384", "DurationSeconds= 900",
        "DurationSeconds=900 ", "DurationSeconds=900a", "DurationSeconds=2147483648", "DurationSeconds=-2147483649", "DurationSeconds=99999999999999999999", "DurationSeconds=٩",
        "DurationSeconds=--9", "DurationSeconds=9,000", "DurationSeconds=%00", "DurationSeconds.x=1", "DurationSeconds.member.1=900", "RoleArn.x=1", "RoleArn.=1",
        "ProvidedContexts.member.1=x", "ProvidedContexts.1.ProviderArn=x", "PolicyArns.member.1.arn.x=1", "PolicyArns=arn", "PolicyArns.arn=x",
    ];

    public static TheoryData<string> Bodies =>
    [
        " ", "[]", "null", "1", "\"a\"", "true", "{", "}", "{]", "{\"", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{,}", "{'a':1}", "{a:1}", "{\"a\":1}{}", "{} x", "// x\n{}", "{/* */}",
        "{\"Name\":1}", "{\"Name\":true}", "{\"Name\":[]}", "{\"Name\":{}}", "{\"Name\":[\"a\"]}", "{\"Name\":\"a\",\"Name\":\"b\"}", "{\"Name\":\"a\",\"N\\u0061me\":\"b\"}",
        "{\"Name\":\"\\ud800\"}", "{\"Name\":\"\\udc00\"}", "{\"Name\":\"\\x\"}", "{\"Name\":\"a\nb\"}", "{\"Name\":\"\\u12\"}", "{\"x\":1,\"x\":2}",
        "{\"Tags\":{}}", "{\"Tags\":\"a\"}", "{\"Tags\":[1]}", "{\"Tags\":[null]}", "{\"Tags\":[[]]}", "{\"Tags\":[\"a\"]}", "{\"Tags\":[{\"Key\":1}]}", "{\"Tags\":[{\"Key\":null,\"Key\":null}]}",
        "{\"Tags\":[{\"Key\":\"a\"},{\"Key\":[]}]}", "{\"Tags\":[{\"Key\":\"a\"}", "{\"\\ud800\":1}", "\uFEFF{}", "{\"Tags\":[}", "{\"Tags\":NaN}", "{\"Tags\":Infinity}", "{\"Tags\":undefined}",
        "{\"Tags\":01}", "{\"Tags\":+1}", "{\"Tags\":.5}", "{\"Tags\":5.}", "{\"Tags\":\"\t\"}", "\0", "{}\0",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_form_that_cannot_be_read_is_malformed(string form)
    {
        using var request = Requests.Form(form);

        AssertMalformed(() => StsService.AssumeRole.Parse(request), Protocol.Query, (400, "MalformedQueryString"));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_query_string_that_cannot_be_read_is_malformed(string form)
    {
        using var request = Requests.Get(form);

        AssertMalformed(() => StsService.AssumeRole.Parse(request), Protocol.Query, (400, "MalformedQueryString"));
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public void A_body_that_cannot_be_read_is_malformed(string body)
    {
        using var request = Requests.Json("AWSOrganizationsV20161128.CreatePolicy", body);

        AssertMalformed(() => OrganizationsService.CreatePolicy.Parse(request), Protocol.Json11, (400, "SerializationException"));
    }

    [Fact]
    public void Bytes_that_are_not_UTF_8_are_malformed()
    {
        byte[] body = [.. "{\"Name\":\""u8, 0xFF, .. "\"}"u8];
        using var request = new WireRequest("POST", "/", "", new Headers(), body);

        AssertMalformed(() => OrganizationsService.CreatePolicy.Parse(request), Protocol.Json11, (400, "SerializationException"));
    }

    [Theory]
    [InlineData("Action=GetUser&Version=2010-05-08", "UserName=%zz")]
    [InlineData("UserName=a&Action=GetUser&Version=2010-05-08", "UserName=a")]
    [InlineData("Version=2010-05-08", "Version=2010-05-08&Action=GetUser")]
    public void Query_string_and_form_are_one(string query, string form)
    {
        using var request = Requests.Form(form, query);

        var route = new ServiceCatalog(IamService.Contract).Find(request);

        Assert.Equal((null, CommonError.Malformed), (route.Operation, route.Refusal!.Kind));
    }

    [Fact]
    public void A_parameter_may_be_called_twice_under_different_names()
    {
        using var request = Requests.Form("UserName=a&username=b&UserName.x=c&UserName-=d&X-Amz-Date=1&X-Amz-Date=2");

        Assert.Equal("a", IamService.GetUser.Parse(request).UserName);
    }

    [Fact]
    public void There_may_be_4096_parameters_and_no_more()
    {
        using var full = Requests.Form(Many(4096));
        using var over = Requests.Form(Many(4097));

        Assert.Equal(4096, StsService.AssumeRole.Parse(full).TransitiveTagKeys!.Count);
        AssertMalformed(() => StsService.AssumeRole.Parse(over), Protocol.Query, (400, "MalformedQueryString"));

        static string Many(int count) => string.Join('&', Enumerable.Range(1, count).Select(number => $"TransitiveTagKeys.member.{number}=x"));
    }

    [Theory]
    [InlineData(62, true)]
    [InlineData(64, false)]
    [InlineData(100_000, false)]
    public void A_body_may_be_64_levels_deep_and_no_deeper(int depth, bool readable)
    {
        using var request = Requests.Json("x", "{\"unknown\":" + new string('[', depth) + new string(']', depth) + "}");

        var problem = Record.Exception(() => OrganizationsService.CreatePolicy.Parse(request));

        Assert.Equal(readable, problem is null);
        Assert.True(readable || problem is CommonException { Kind: CommonError.Malformed });
    }

    [Fact]
    public void A_union_has_exactly_one_member()
    {
        const string Head = "{\"analyzerArn\":\"a\",\"configurations\":{\"x\":";
        foreach (var (union, good) in new[] { ("{\"sqsQueue\":{\"queuePolicy\":\"p\"}}", true), ("{}", false), ("{\"sqsQueue\":{},\"iamRole\":{}}", false), ("{\"sqsQueue\":null}", false) })
        {
            using var request = Requests.Rest("PUT", "/access-preview", body: Head + union + "}}");
            var problem = Record.Exception(() => AccessAnalyzerService.CreateAccessPreview.Parse(request));
            Assert.Equal(good, problem is null);
        }
    }

    [Theory]
    [InlineData("/analyzer/%zz")]
    [InlineData("/analyzer/%FF")]
    [InlineData("/analyzer/%C3")]
    [InlineData("/analyzer/%")]
    public void A_broken_escape_in_a_path_is_malformed(string path)
    {
        using var request = Requests.Rest("GET", path);

        AssertMalformed(() => AccessAnalyzerService.GetAnalyzer.Parse(request), Protocol.RestJson, (400, "SerializationException"));
    }

    [Theory]
    [InlineData("maxResults=a")]
    [InlineData("maxResults=1&maxResults=1")]
    [InlineData("maxResults=")]
    [InlineData("nextToken=a&nextToken=b")]
    [InlineData("nextToken=%zz")]
    public void A_broken_query_parameter_is_malformed(string query)
    {
        using var request = Requests.Rest("GET", "/analyzer", query);

        AssertMalformed(() => AccessAnalyzerService.ListAnalyzers.Parse(request), Protocol.RestJson, (400, "SerializationException"));
    }

    [Theory]
    [InlineData("\"2026-01-15T00:00:00Z\"")]
    [InlineData("true")]
    [InlineData("1e400")]
    [InlineData("99999999999999")]
    [InlineData("{}")]
    public void A_moment_in_JSON_is_a_number_of_seconds(string value)
    {
        using var request = Requests.Json("x", $"{{\"StartTime\":{value}}}");

        AssertMalformed(() => CloudTrailService.LookupEvents.Parse(request), Protocol.Json11, (400, "SerializationException"));
    }

    [Theory]
    [InlineData("1768435200", "2026-01-15T00:00:00.000Z")]
    [InlineData("1768435200.5", "2026-01-15T00:00:00.500Z")]
    [InlineData("1.7684352E9", "2026-01-15T00:00:00.000Z")]
    [InlineData("-1", "1969-12-31T23:59:59.000Z")]
    public void A_number_of_seconds_is_a_moment(string value, string moment)
    {
        using var request = Requests.Json("x", $"{{\"StartTime\":{value}}}");

        Assert.Equal(moment, CloudTrailService.LookupEvents.Parse(request).StartTime!.Value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'"));
    }

    [Fact]
    public void Null_and_unknown_members_are_as_if_not_there()
    {
        using var request = Requests.Json("x", """{"Name":null,"Other":{"deep":[1,{}]},"Tags":[],"Type":"T"}""");

        var read = OrganizationsService.CreatePolicy.Parse(request);

        Assert.Null(read.Name);
        Assert.Equal("T", read.Type);
        Assert.Empty(read.Tags!);
    }

    [Fact]
    public void No_body_is_an_empty_object()
    {
        using var request = Requests.Json("x", "");

        Assert.NotNull(OrganizationsService.ListRoots.Read(request));
    }

    [Fact]
    public void A_message_names_no_value()
    {
        using var request = Requests.Json("x", """{"Name":["secret"]}""");

        Assert.DoesNotContain("secret", Assert.Throws<CommonException>(() => OrganizationsService.CreatePolicy.Parse(request)).Message);
    }

    private static void AssertMalformed(Action read, Protocol protocol, (int, string) answer)
    {
        var refusal = Assert.Throws<CommonException>(read);
        Assert.Equal(CommonError.Malformed, refusal.Kind);
        Assert.Equal(answer, protocol.Describe(refusal));
        Assert.Equal(refusal.Message, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(refusal.Message)));
    }
}

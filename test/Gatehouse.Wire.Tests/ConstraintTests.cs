using Gatehouse.Contracts.AccessAnalyzer;
using Gatehouse.Contracts.Iam;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Sts;

namespace Gatehouse.Wire.Tests;

/// <summary>AU-302, AU-305: AWS's sentence for every constraint that a request can break.</summary>
public sealed class ConstraintTests
{
    private const string Role = "RoleArn=arn:aws:iam::123456789012:role/r";
    private const string Base = Role + "&RoleSessionName=session";

    [Theory]
    [InlineData("RoleSessionName=session", "Value null at 'roleArn' failed to satisfy constraint: Member must not be null")]
    [InlineData(Role + "&RoleSessionName=a", "Value 'a' at 'roleSessionName' failed to satisfy constraint: Member must have length greater than or equal to 2")]
    [InlineData(Role + "&RoleSessionName=a+b", @"Value 'a b' at 'roleSessionName' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@-]*")]
    [InlineData(Base + "&DurationSeconds=899", "Value '899' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900")]
    [InlineData(Base + "&DurationSeconds=43201", "Value '43201' at 'durationSeconds' failed to satisfy constraint: Member must have value less than or equal to 43200")]
    [InlineData(Base + "&DurationSeconds=-1", "Value '-1' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900")]
    [InlineData(Base + "&TokenCode=12345", "Value at 'tokenCode' failed to satisfy constraint: Member must have length greater than or equal to 6")]
    [InlineData(Base + "&SourceIdentity=x", "Value 'x' at 'sourceIdentity' failed to satisfy constraint: Member must have length greater than or equal to 2")]
    [InlineData(Base + "&ExternalId=a%00b", @"Value 'a?b' at 'externalId' failed to satisfy constraint: Member must satisfy regular expression pattern: [\w+=,.@:\/-]*")]
    [InlineData(Base + "&Tags.member.1.Value=v", "Value null at 'tags.1.member.key' failed to satisfy constraint: Member must not be null")]
    [InlineData(Base + "&Tags.member.7.Key=k&Tags.member.7.Value=v&Tags.member.9.Key=&Tags.member.9.Value=v", "Value '' at 'tags.2.member.key' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+; Value '' at 'tags.2.member.key' failed to satisfy constraint: Member must have length greater than or equal to 1", 2)]
    [InlineData(Base + "&PolicyArns.member.1.arn=short", "Value 'short' at 'policyArns.1.member.arn' failed to satisfy constraint: Member must have length greater than or equal to 20")]
    [InlineData(
        "RoleSessionName=a&DurationSeconds=1",
        "Value null at 'roleArn' failed to satisfy constraint: Member must not be null; Value 'a' at 'roleSessionName' failed to satisfy constraint: "
        + "Member must have length greater than or equal to 2; Value '1' at 'durationSeconds' failed to satisfy constraint: Member must have value greater than or equal to 900",
        3)]
    public void AssumeRole_is_refused_with_the_sentence_of_AWS(string form, string problems, int count = 1)
    {
        using var request = Requests.Form("Action=AssumeRole&Version=2011-06-15&" + form);

        var refusal = Assert.Throws<CommonException>(() => StsService.AssumeRole.Read(request));

        Assert.Equal((400, "ValidationError", CommonError.Validation), (refusal.Status, refusal.Code, refusal.Kind));
        Assert.Equal($"{count} validation error{(count == 1 ? "" : "s")} detected: {problems}", refusal.Message);
    }

    [Fact]
    public void A_good_request_passes()
    {
        using var request = Requests.Form(Base + "&Tags.member.1.Key=T%C3%A9am&Tags.member.1.Value=&DurationSeconds=900&TransitiveTagKeys=");

        var read = StsService.AssumeRole.Read(request);

        Assert.Equal(("Téam", "", 900), (read.Tags![0].Key, read.Tags[0].Value, read.DurationSeconds));
        Assert.Empty(read.TransitiveTagKeys!);
    }

    [Fact]
    public void Too_many_tags_are_counted_and_shown_in_part()
    {
        var tags = string.Concat(Enumerable.Range(1, 51).Select(number => $"&Tags.member.{number}.Key=k{number}&Tags.member.{number}.Value=v"));
        using var request = Requests.Form(Base + tags);

        var refusal = Assert.Throws<CommonException>(() => StsService.AssumeRole.Read(request));

        Assert.StartsWith("1 validation error detected: Value '[Tag { Key = k1, Value = v }, Tag { Key = k2", refusal.Message);
        Assert.EndsWith("' at 'tags' failed to satisfy constraint: Member must have length less than or equal to 50", refusal.Message);
        Assert.True(refusal.Message.Length < 500);
    }

    [Fact]
    public void A_plain_value_in_a_list_is_complained_of_as_part_of_the_whole()
    {
        using var request = Requests.Form("UserName=u&TagKeys.member.1=ok&TagKeys.member.2=%7Bno%7D");

        var refusal = Assert.Throws<CommonException>(() => IamService.UntagUser.Read(request));

        Assert.Equal(
            "1 validation error detected: Value '[ok, {no}]' at 'tagKeys' failed to satisfy constraint: Member must satisfy constraint: [Member must have length less than or "
            + @"equal to 128, Member must have length greater than or equal to 1, Member must satisfy regular expression pattern: [\p{L}\p{Z}\p{N}_.:/=+\-@]+]",
            refusal.Message);
    }

    [Fact]
    public void A_value_that_is_not_in_the_list_is_answered_with_the_list()
    {
        using var request = Requests.Form("UserName=u&AccessKeyId=AKIAIOSFODNN7EXAMPLE&Status=On");

        var refusal = Assert.Throws<CommonException>(() => IamService.UpdateAccessKey.Read(request));

        Assert.Equal(
            "1 validation error detected: Value 'On' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive, Expired]",
            refusal.Message);
    }

    [Fact]
    public void A_secret_is_not_echoed()
    {
        using var request = Requests.Form("UserName=u&Password=" + new string('s', 200));

        var refusal = Assert.Throws<CommonException>(() => IamService.CreateLoginProfile.Read(request));

        Assert.Equal("1 validation error detected: Value at 'password' failed to satisfy constraint: Member must have length less than or equal to 128", refusal.Message);
    }

    [Fact]
    public void An_echo_ends_after_256_characters()
    {
        using var request = Requests.Form("UserName=" + new string('x', 100_000));

        var refusal = Assert.Throws<CommonException>(() => IamService.CreateUser.Read(request));

        Assert.Contains($"Value '{new string('x', 256)}' at 'userName'", refusal.Message);
    }

    [Fact]
    public void JSON_services_say_it_under_their_own_code()
    {
        using var request = Requests.Json("AWSOrganizationsV20161128.DescribeAccount", """{"AccountId":"12"}""");

        var refusal = Assert.Throws<CommonException>(() => OrganizationsService.DescribeAccount.Read(request));

        Assert.Equal((400, "ValidationException"), Protocol.Json11.Describe(refusal));
        Assert.Contains("Value '12' at 'accountId' failed to satisfy constraint: Member must satisfy regular expression pattern: ^\\d{12}$", refusal.Message);
    }

    [Fact]
    public void Lengths_count_code_points()
    {
        using var good = Requests.Form(Base + "&Tags.member.1.Key=" + string.Concat(Enumerable.Repeat(Uri.EscapeDataString("𝒜"), 128)) + "&Tags.member.1.Value=");

        Assert.Equal(256, StsService.AssumeRole.Read(good).Tags![0].Key.Length);
    }

    [Fact]
    public void Labels_and_query_parameters_are_checked_too()
    {
        using var request = Requests.Rest("GET", "/analyzer/1x");

        var refusal = Assert.Throws<CommonException>(() => AccessAnalyzerService.GetAnalyzer.Read(request));

        Assert.Contains("Value '1x' at 'analyzerName' failed to satisfy constraint", refusal.Message);
    }

    [Fact]
    public void A_map_names_its_keys_and_values()
    {
        var type = new ShapeType(new Member("key", new ShapeType(ShapeKind.String) { Max = 2 }), new Member("value", new ShapeType(ShapeKind.Integer) { Min = 5 }));
        var shape = new MapShape(new Member("Limits", type) { Required = true }, new Dictionary<string, int>(StringComparer.Ordinal) { ["long"] = 4 });

        var refusal = Assert.Throws<CommonException>(() => new ConstraintChecker().Check(shape));

        Assert.Equal(
            "2 validation errors detected: Value '{long=4}' at 'limits' failed to satisfy constraint: Map keys must satisfy constraint: [Member must have length less than or "
            + "equal to 2]; Value '{long=4}' at 'limits' failed to satisfy constraint: Map value must satisfy constraint: [Member must have value greater than or equal to 5]",
            refusal.Message);
    }

    private sealed class MapShape(Member member, Dictionary<string, int> map) : Shape
    {
        public override Schema Schema { get; } = new("MapShape", member);

        public override void Write(ShapeWriter writer)
        {
            if (writer.BeginMap(member, map.Count))
            {
                foreach (var (key, value) in map)
                {
                    writer.WriteKey(member, key);
                    writer.WriteInteger(member.Type.Value!, value);
                }

                writer.EndMap(member);
            }
        }
    }
}

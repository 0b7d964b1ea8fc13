using System.Text.Json;
using Gatehouse.Server.Seeding;

namespace Gatehouse.Server.Tests.Emulator;

/// <summary><c>gatehouse import</c>; the whole way from the AWS CLI is in the conformance tests.</summary>
public sealed class ImportCommandTests
{
    private const string Details = """
        {
          "UserDetailList": [],
          "GroupDetailList": [],
          "RoleDetailList": [
            {"Path": "/aws-reserved/sso.amazonaws.com/", "RoleName": "AWSReservedSSO_x", "Arn": "arn:aws:iam::444455556666:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_x"},
            {"Path": "/aws-service-role/autoscaling.amazonaws.com/", "RoleName": "AWSServiceRoleForAutoScaling_blue",
             "Arn": "arn:aws:iam::444455556666:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling_blue"},
            {"Path": "/", "RoleName": "app", "Arn": "arn:aws:iam::444455556666:role/app",
             "AssumeRolePolicyDocument": "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%5D%7D",
             "PermissionsBoundary": {"PermissionsBoundaryType": "Policy", "PermissionsBoundaryArn": "arn:aws:iam::444455556666:policy/team/edge"},
             "InstanceProfileList": [{"InstanceProfileName": "app-machine", "Path": "/"}]}
          ],
          "Policies": [
            {"PolicyName": "edge", "Path": "/team/", "Arn": "arn:aws:iam::444455556666:policy/team/edge",
             "PolicyVersionList": [{"VersionId": "v2", "IsDefaultVersion": false, "Document": {"two": 2}}, {"VersionId": "v1", "IsDefaultVersion": true, "Document": {"one": 1}}]},
            {"PolicyName": "ReadOnlyAccess", "Path": "/", "Arn": "arn:aws:iam::aws:policy/ReadOnlyAccess", "PolicyVersionList": []}
          ]
        }
        """;

    [Fact]
    public void Tells_what_it_takes_over_and_what_it_leaves()
    {
        var (text, left) = ImportCommand.Read(Emulator.Write(Emulator.NewFolder(), "details.json", Details), json: true);

        var account = JsonDocument.Parse(text).RootElement.GetProperty("accounts")[0];
        Assert.Equal("444455556666", account.GetProperty("id").GetString());
        Assert.Equal("""{"one":1}""", JsonSerializer.Serialize(Assert.Single(account.GetProperty("policies").EnumerateArray()).GetProperty("document")));
        var role = Assert.Single(account.GetProperty("roles").EnumerateArray());
        Assert.Equal("edge", role.GetProperty("permissionsBoundary").GetString());
        Assert.Equal("""{"Version":"2012-10-17","Statement":[]}""", JsonSerializer.Serialize(role.GetProperty("trust")));
        Assert.Equal("""[{"service":"autoscaling.amazonaws.com","suffix":"blue"}]""", JsonSerializer.Serialize(account.GetProperty("serviceLinkedRoles")));
        Assert.Equal("""[{"name":"app-machine","path":"/","role":"app"}]""", JsonSerializer.Serialize(account.GetProperty("instanceProfiles")));
        Assert.Contains(left, line => line.Contains("AWSReservedSSO_x", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"IsTruncated": true}""")]
    [InlineData("""{"UserDetailList": {}}""")]
    [InlineData("""{"UserDetailList": [1]}""")]
    [InlineData("""{"UserDetailList": [{"Arn": 5}]}""")]
    [InlineData("""{"UserDetailList": [{"Arn": "nonsense"}]}""")]
    public void Refuses_what_is_something_else(string text) =>
        Assert.Throws<FormatException>(() => ImportCommand.Read(Emulator.Write(Emulator.NewFolder(), "details.json", text), json: false));
}

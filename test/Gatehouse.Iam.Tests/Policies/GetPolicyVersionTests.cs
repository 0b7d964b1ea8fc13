using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Policies;

public sealed class GetPolicyVersionTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_the_text_character_for_character_and_URL_encoded()
    {
        // PL-51
        const string text = "{ \"Version\": \"2012-10-17\",\n\"Statement\": [{\"Effect\":\"Allow\",\"Action\":\"s3:Get*\",\"Resource\":\"arn:aws:s3:::b/ü ~+%\"}]}";
        var arn = account.AddPolicy("Read");
        var policy = account.Account.Policies.Find("Read")!;
        account.Put(policy with { Versions = [new(1, text, account.Clock.GetUtcNow())] });

        var version = Call(new() { PolicyArn = arn, VersionId = "v1" }).PolicyVersion!;

        Assert.Equal(text, Uri.UnescapeDataString(version.Document!));
        Assert.Matches("^[A-Za-z0-9%._~-]*$", version.Document);
        Assert.Equal(("v1", true, account.Clock.GetUtcNow()), (version.VersionId, version.IsDefaultVersion, version.CreateDate));
    }

    [Fact]
    public void Shows_the_version_in_force_of_policies_of_AWS()
    {
        var inForce = account.Installation.AwsPolicies.Find(Givens.ReadOnly)!;

        var version = Call(new() { PolicyArn = Givens.ReadOnly, VersionId = $"v{inForce.DefaultVersion}" }).PolicyVersion!;

        Assert.True(version.IsDefaultVersion);
        Assert.Contains("Statement", version.Document);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:policy/Read", "v2")]
    [InlineData("arn:aws:iam::111122223333:policy/Read", "v1.draft")]
    [InlineData("arn:aws:iam::111122223333:policy/Read", "v99999999999")]
    [InlineData("arn:aws:iam::111122223333:policy/None", "v1")]
    public void Knows_no_version_that_is_not_there(string arn, string version)
    {
        account.AddPolicy("Read");

        account.RefusesMissing(
            $"Policy {arn} version {version} does not exist or is not attachable.", () => Call(new() { PolicyArn = arn, VersionId = version }));
    }

    [Fact]
    public void Is_checked_on_the_policy() => Assert.Equal(
        ["iam:GetPolicyVersion arn:aws:iam::111122223333:policy/Read"],
        account.Needs<GetPolicyVersion, GetPolicyVersionRequest>("iam:GetPolicyVersion", new() { PolicyArn = account.AddPolicy("Read"), VersionId = "v1" }).Lines());

    private GetPolicyVersionResponse Call(GetPolicyVersionRequest request) =>
        account.Read<GetPolicyVersion, GetPolicyVersionRequest, GetPolicyVersionResponse>(request);
}

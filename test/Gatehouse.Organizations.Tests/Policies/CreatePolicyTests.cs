using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Policies;

namespace Gatehouse.Organizations.Tests.Policies;

public sealed class CreatePolicyTests
{
    private const string DenyOutside = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}]}""";
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Adds_a_policy_that_bears_on_nothing_yet()
    {
        var made = Create(new() { Name = "deny-leave", Description = "nobody leaves", Type = OrganizationFixture.ServiceControl, Content = OrganizationFixture.DenyLeave });

        var summary = made.PolicySummary!;
        Assert.Matches("^p-[a-z0-9]{8}$", summary.Id);
        Assert.Equal(org.ArnOf("policy", $"service_control_policy/{summary.Id}"), summary.Arn);
        Assert.Equal(("deny-leave", "nobody leaves", OrganizationFixture.ServiceControl, false), (summary.Name, summary.Description, summary.Type, summary.AwsManaged));
        Assert.Equal(OrganizationFixture.DenyLeave, made.Content);
        Assert.Empty(org.Account.Account.OrganizationPolicies.Find(summary.Id)!.Targets);
    }

    [Fact]
    public void Keeps_the_text_character_for_character_PL_51()
    {
        var spaced = OrganizationFixture.DenyLeave.Replace("{", "{\n  ", StringComparison.Ordinal);

        var id = org.Policy(content: spaced);

        Assert.Equal(spaced, org.Account.Account.OrganizationPolicies.Find(id)!.Document);
    }

    [Fact]
    public void Takes_resource_control_policies() => org.Policy("rcp", OrganizationFixture.ResourceControl, DenyOutside);

    [Theory]
    [InlineData(OrganizationFixture.ServiceControl, "{")]
    [InlineData(OrganizationFixture.ServiceControl, DenyOutside)]
    [InlineData(OrganizationFixture.ResourceControl, OrganizationFixture.DenyLeave)]
    [InlineData(OrganizationFixture.ResourceControl, """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}]}""")]
    public void Refuses_a_text_that_is_no_policy_of_its_type(string type, string content)
    {
        var refusal = Assert.Throws<MalformedPolicyDocumentException>(() => org.Policy("x", type, content));

        Assert.Equal(
            (400, "MalformedPolicyDocumentException", "The provided policy document does not meet the requirements of the specified policy type."),
            (refusal.Status, refusal.Code, refusal.Message));
    }

    [Theory]
    [InlineData(OrganizationFixture.ServiceControl, OrganizationFixture.DenyLeave, 10_240)]
    [InlineData(OrganizationFixture.ResourceControl, DenyOutside, 5_120)]
    public void Refuses_a_text_that_is_too_long_white_space_included_PL_16(string type, string content, int most)
    {
        org.Policy("fits", type, content.PadRight(most));

        Assert.Equal("POLICY_CONTENT_LIMIT_EXCEEDED", Assert.Throws<ConstraintViolationException>(() => org.Policy("x", type, content.PadRight(most + 1))).Reason);
    }

    [Theory]
    [InlineData("deny-leave")]
    [InlineData("FullAWSAccess")]
    public void Refuses_a_name_that_another_has(string name)
    {
        org.Policy("deny-leave");

        var refusal = Assert.Throws<DuplicatePolicyException>(() => org.Policy(name));

        Assert.Equal((400, "DuplicatePolicyException", "A policy with the same name already exists."), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Refuses_types_that_are_not_on_offer() => Assert.Throws<PolicyTypeNotAvailableForOrganizationException>(() => org.Policy("x", "TAG_POLICY"));

    [Fact]
    public void Is_checked_on_a_policy_of_the_type()
    {
        var needs = org.Needs<CreatePolicy, CreatePolicyRequest>(
            "CreatePolicy", new() { Name = "x", Description = "", Type = OrganizationFixture.ResourceControl, Content = "{}", Tags = [new() { Key = "Team", Value = "red" }] });

        Assert.All(needs.Checks, check => Assert.Equal(org.ArnOf("policy", "resource_control_policy/p-*"), check.Resource.Text));
        Assert.Equal(["organizations:CreatePolicy", "organizations:TagResource"], needs.Checks.Select(check => check.Action));
        Assert.Equal(["organizations:PolicyType", "aws:RequestTag/Team", "aws:TagKeys"], needs.Keys.Select(key => key.Key));
    }

    private Contracts.Organizations.Shapes.Policy Create(CreatePolicyRequest request) =>
        org.Write<CreatePolicy, CreatePolicyRequest, CreatePolicyResponse>(request).Policy!;
}

using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;
using Gatehouse.Testing;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class DescribeApplicationTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void A_new_application_is_enabled_and_people_sign_in_at_the_portal()
    {
        var shown = center.Describe(center.CreateApplication());

        Assert.Equal((ApplicationStatus.ENABLED, ApplicationVisibility.ENABLED, SignInOrigin.IDENTITY_CENTER), (shown.Status, shown.PortalOptions!.Visibility, shown.PortalOptions.SignInOptions!.Origin));
        Assert.Equal((AccountFixture.Id, ApplicationGivens.Custom, "us-east-1"), (shown.ApplicationAccount, shown.ApplicationProviderArn, shown.CreatedFrom));
    }

    [Theory]
    [InlineData(ApplicationGivens.Nowhere)]
    [InlineData("arn:aws:sso::444455556666:application/ssoins-0123456789abcdef/apl-ffffffffffffffff")]
    public void Of_what_is_not_there_nothing_is_shown(string arn) => Assert.Throws<ResourceNotFoundException>(() => center.Describe(arn));

    [Fact]
    public void Another_account_or_instance_in_the_arn_is_another_application()
    {
        var arn = center.CreateApplication();

        Assert.Throws<ResourceNotFoundException>(() => center.Describe(arn.Replace("111122223333", "444455556666", StringComparison.Ordinal)));
        Assert.Throws<ResourceNotFoundException>(() => center.Describe(arn.Replace("ssoins-0", "ssoins-1", StringComparison.Ordinal)));
    }

    [Fact]
    public void Policies_see_its_account_and_its_tags()
    {
        var arn = center.Account.Write<CreateApplication, CreateApplicationRequest, CreateApplicationResponse>(new()
        {
            InstanceArn = CenterFixture.InstanceArn,
            ApplicationProviderArn = ApplicationGivens.Custom,
            Name = "notebooks",
            Tags = [new() { Key = "team", Value = "blue" }],
        }).ApplicationArn!;
        var keys = center.Account.Needs<DescribeApplication, DescribeApplicationRequest>("sso:DescribeApplication", new() { ApplicationArn = arn }).Keys;

        Assert.Contains(keys, key => key.Key == "sso:ApplicationAccount" && key.Value[0] == AccountFixture.Id);
        Assert.Contains(keys, key => key.Key == "aws:ResourceTag/team" && key.Value[0] == "blue");
    }
}

using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class CreateApplicationTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void An_application_is_there_once_it_is_made()
    {
        var made = Call(Notebooks());

        Assert.Matches("^arn:aws:sso::111122223333:application/ssoins-0123456789abcdef/apl-[0-9a-f]{16}$", made.ApplicationArn);
        Assert.Equal((CenterFixture.InstanceArn, "arn:aws:identitystore::111122223333:identitystore/d-0123456789"), (made.InstanceArn, made.IdentityStoreArn));
        Assert.Equal("notebooks", center.Describe(made.ApplicationArn!).Name);
    }

    [Fact]
    public void The_same_request_again_makes_no_second_one_and_another_with_its_token_conflicts()
    {
        var first = Call(Notebooks("token-1")).ApplicationArn;

        Assert.Equal(first, Call(Notebooks("token-1")).ApplicationArn);
        Assert.NotEqual(first, Call(Notebooks("token-2")).ApplicationArn);
        Assert.Equal("ConflictException", Assert.Throws<ConflictException>(() => Call(Notebooks("token-1", "other"))).Code);
        Assert.Equal(2, center.Account.Account.IdentityApplications.Count);
    }

    [Fact]
    public void Only_custom_applications_are_made()
    {
        var saml = Assert.Throws<ValidationException>(() => Call(Of("arn:aws:sso::aws:applicationProvider/custom-saml")));

        Assert.Contains("applicationProvider/custom.", saml.Message, StringComparison.Ordinal);
        Assert.Throws<ResourceNotFoundException>(() => Call(Of("arn:aws:sso::aws:applicationProvider/none")));
    }

    [Fact]
    public void Of_an_instance_that_is_not_there_none_is_made()
    {
        Assert.Throws<ResourceNotFoundException>(() => Call(new()
        {
            InstanceArn = "arn:aws:sso:::instance/ssoins-ffffffffffffffff",
            ApplicationProviderArn = ApplicationGivens.Custom,
            Name = "notebooks",
        }));
    }

    [Theory]
    [InlineData("APPLICATION", null)]
    [InlineData("IDENTITY_CENTER", "https://notebooks.example.com/")]
    public void Where_people_sign_in_and_the_url_belong_together(string origin, string? url)
    {
        Assert.Throws<ValidationException>(() => Call(new()
        {
            InstanceArn = CenterFixture.InstanceArn,
            ApplicationProviderArn = ApplicationGivens.Custom,
            Name = "notebooks",
            PortalOptions = new() { SignInOptions = new() { Origin = origin, ApplicationUrl = url } },
        }));
    }

    [Fact]
    public void A_tag_key_stands_once_and_is_not_aws_s_own()
    {
        Assert.Throws<ValidationException>(() => Call(Tagged("a", "a")));
        Assert.Throws<ValidationException>(() => Call(Tagged("aws:a")));
        Call(Tagged("a", "A"));
    }

    [Fact]
    public void It_is_asked_on_the_instance_the_provider_and_the_application()
    {
        var needs = center.Account.Needs<CreateApplication, CreateApplicationRequest>("sso:CreateApplication", Tagged("team"));

        Assert.Equal(
            [CenterFixture.InstanceArn, ApplicationGivens.Custom, "arn:aws:sso::111122223333:application/ssoins-0123456789abcdef/*"],
            needs.Checks.Select(check => check.Resource.Text));
        Assert.Contains(needs.Keys, key => key.Key == "aws:RequestTag/team");
        Assert.Contains(needs.Keys, key => key.Key == "sso:PrimaryRegion" && key.Value[0] == "us-east-1");
    }

    private static CreateApplicationRequest Notebooks(string? token = null, string name = "notebooks") =>
        new() { InstanceArn = CenterFixture.InstanceArn, ApplicationProviderArn = ApplicationGivens.Custom, Name = name, ClientToken = token };

    private static CreateApplicationRequest Of(string provider) => new() { InstanceArn = CenterFixture.InstanceArn, ApplicationProviderArn = provider, Name = "notebooks" };

    private static CreateApplicationRequest Tagged(params string[] keys) => new()
    {
        InstanceArn = CenterFixture.InstanceArn,
        ApplicationProviderArn = ApplicationGivens.Custom,
        Name = "notebooks",
        Tags = [.. keys.Select(key => new Tag { Key = key, Value = "x" })],
    };

    private CreateApplicationResponse Call(CreateApplicationRequest request) => center.Account.Write<CreateApplication, CreateApplicationRequest, CreateApplicationResponse>(request);
}

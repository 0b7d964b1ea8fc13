using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class PutApplicationAccessScopeTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void A_scope_is_put_in_place_of_the_one_of_its_name()
    {
        var arn = center.CreateApplication();
        center.PutScope(arn, "s3:access_grants:read");
        center.PutScope(arn, "s3:access_grants:read", CenterFixture.InstanceArn, arn);

        var scope = Assert.Single(center.Account.Account.IdentityApplications[0].Scopes);
        Assert.Equal([CenterFixture.InstanceArn, arn], scope.Targets);
    }

    [Fact]
    public void A_target_of_another_instance_is_refused() =>
        Assert.Throws<ValidationException>(() => center.PutScope(center.CreateApplication(), "a:b", "arn:aws:sso:::instance/ssoins-ffffffffffffffff"));

    [Fact]
    public void There_are_25_at_most_and_they_can_still_be_changed()
    {
        var arn = center.CreateApplication();
        for (var i = 0; i < 25; i++)
        {
            center.PutScope(arn, $"service:scope{i}");
        }

        center.PutScope(arn, "service:scope0", arn);
        Assert.Throws<ConflictException>(() => center.PutScope(arn, "service:scope25"));
    }
}

using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.AccessControl;

namespace Gatehouse.IdentityCenter.Tests.AccessControl;

public sealed class DescribeInstanceAccessControlAttributeConfigurationTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Shows_it_and_refuses_when_there_is_none()
    {
        Assert.Throws<ResourceNotFoundException>(() => Describe());
        center.Account.Change(draft => draft.Put(center.Instance with { AccessControlAttributes = [new("team", ["${path:title}"])] }));

        var shown = Describe();

        var only = Assert.Single(shown.InstanceAccessControlAttributeConfiguration!.AccessControlAttributes);
        Assert.Equal(("ENABLED", "team", "${path:title}"), (shown.Status, only.Key, Assert.Single(only.Value.Source)));
    }

    private DescribeInstanceAccessControlAttributeConfigurationResponse Describe() => center.Read<DescribeInstanceAccessControlAttributeConfiguration, DescribeInstanceAccessControlAttributeConfigurationRequest, DescribeInstanceAccessControlAttributeConfigurationResponse>(new() { InstanceArn = SetFixture.InstanceArn });
}

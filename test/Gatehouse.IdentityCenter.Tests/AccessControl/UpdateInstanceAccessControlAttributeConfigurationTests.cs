using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.AccessControl;

namespace Gatehouse.IdentityCenter.Tests.AccessControl;

public sealed class UpdateInstanceAccessControlAttributeConfigurationTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Replaces_all_that_was_said_and_refuses_when_nothing_was()
    {
        Assert.Throws<ResourceNotFoundException>(Update);
        center.Account.Change(draft => draft.Put(center.Instance with { AccessControlAttributes = [new("old", ["x"])] }));

        Update();

        Assert.Equal("new", Assert.Single(center.Instance.AccessControlAttributes!.Value).Key);
    }

    private void Update() => center.Write<UpdateInstanceAccessControlAttributeConfiguration, UpdateInstanceAccessControlAttributeConfigurationRequest, UpdateInstanceAccessControlAttributeConfigurationResponse>(new()
    {
        InstanceArn = SetFixture.InstanceArn,
        InstanceAccessControlAttributeConfiguration = new() { AccessControlAttributes = [new() { Key = "new", Value = new() { Source = ["y"] } }] },
    });
}

using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.AccessControl;

namespace Gatehouse.IdentityCenter.Tests.AccessControl;

public sealed class DeleteInstanceAccessControlAttributeConfigurationTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Takes_it_away_and_refuses_when_there_is_none()
    {
        center.Account.Change(draft => draft.Put(center.Instance with { AccessControlAttributes = [] }));

        Delete();

        Assert.Null(center.Instance.AccessControlAttributes);
        Assert.Throws<ResourceNotFoundException>(Delete);
    }

    private void Delete() => center.Write<DeleteInstanceAccessControlAttributeConfiguration, DeleteInstanceAccessControlAttributeConfigurationRequest, DeleteInstanceAccessControlAttributeConfigurationResponse>(new() { InstanceArn = SetFixture.InstanceArn });
}

using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.AccessControl;

namespace Gatehouse.IdentityCenter.Tests.AccessControl;

public sealed class CreateInstanceAccessControlAttributeConfigurationTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Keeps_the_attributes_once()
    {
        Create(("CostCenter", "${path:enterprise.costCenter}"));

        var only = Assert.Single(center.Instance.AccessControlAttributes!.Value);
        Assert.Equal(("CostCenter", "${path:enterprise.costCenter}"), (only.Key, Assert.Single(only.Sources)));
        Assert.Throws<ConflictException>(() => Create(("Other", "x")));
    }

    [Theory]
    [InlineData("team", "Team")]
    [InlineData("aws:team", "other")]
    public void Refuses_keys_that_no_session_could_have(string first, string second)
    {
        Assert.Throws<ValidationException>(() => Create((first, "x"), (second, "y")));
        Assert.Null(center.Instance.AccessControlAttributes);
    }

    private void Create(params (string Key, string Source)[] attributes) =>
        center.Write<CreateInstanceAccessControlAttributeConfiguration, CreateInstanceAccessControlAttributeConfigurationRequest, CreateInstanceAccessControlAttributeConfigurationResponse>(new()
        {
            InstanceArn = SetFixture.InstanceArn,
            InstanceAccessControlAttributeConfiguration = new() { AccessControlAttributes = [.. attributes.Select(attribute => new AccessControlAttribute { Key = attribute.Key, Value = new() { Source = [attribute.Source] } })] },
        });
}

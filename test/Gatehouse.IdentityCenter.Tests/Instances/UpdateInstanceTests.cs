using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;

namespace Gatehouse.IdentityCenter.Tests.Instances;

public sealed class UpdateInstanceTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Gives_it_another_name()
    {
        Update(new() { InstanceArn = SetFixture.InstanceArn, Name = "corp" });
        Update(new() { InstanceArn = SetFixture.InstanceArn, EncryptionConfiguration = new() { KeyType = "AWS_OWNED_KMS_KEY" } });

        Assert.Equal("corp", center.Instance.Name);
    }

    [Theory]
    [InlineData("CUSTOMER_MANAGED_KEY")]
    [InlineData("AWS_OWNED_KMS_KEY")]
    public void Refuses_a_key_of_the_customer_s_and_changes_nothing(string type)
    {
        const string key = "arn:aws:kms:us-east-1:111122223333:key/11111111-2222-4333-8444-555555555555";

        Assert.Throws<ValidationException>(() => Update(new() { InstanceArn = SetFixture.InstanceArn, Name = "corp", EncryptionConfiguration = new() { KeyType = type, KmsKeyArn = key } }));

        Assert.Null(center.Instance.Name);
    }

    [Fact]
    public void Refuses_an_instance_that_is_not_there()
    {
        Assert.Throws<ResourceNotFoundException>(() => Update(new() { InstanceArn = "arn:aws:sso:::instance/ssoins-ffffffffffffffff" }));
    }

    private void Update(UpdateInstanceRequest request) => center.Write<UpdateInstance, UpdateInstanceRequest, UpdateInstanceResponse>(request);
}

using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;

namespace Gatehouse.IdentityCenter.Tests.Instances;

public sealed class DescribeInstanceTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Shows_whose_it_is_and_that_the_key_is_ours()
    {
        var shown = Describe(SetFixture.InstanceArn);

        Assert.Equal((SetFixture.InstanceArn, SetFixture.StoreId, "111122223333", "ACTIVE"), (shown.InstanceArn, shown.IdentityStoreId, shown.OwnerAccountId, shown.Status));
        Assert.Equal(("AWS_OWNED_KMS_KEY", "ENABLED", null), (shown.EncryptionConfigurationDetails!.KeyType, shown.EncryptionConfigurationDetails.EncryptionStatus, shown.EncryptionConfigurationDetails.KmsKeyArn));
    }

    [Fact]
    public void Tells_nothing_of_an_instance_that_is_not_the_account_s()
    {
        Assert.Throws<AccessDeniedException>(() => Describe("arn:aws:sso:::instance/ssoins-ffffffffffffffff"));
    }

    private DescribeInstanceResponse Describe(string arn) => center.Read<DescribeInstance, DescribeInstanceRequest, DescribeInstanceResponse>(new() { InstanceArn = arn });
}

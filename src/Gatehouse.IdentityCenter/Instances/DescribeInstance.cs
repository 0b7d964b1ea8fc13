using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Instances;

/// <summary>Shows the account's instance.</summary>
internal sealed class DescribeInstance : IRead<DescribeInstanceRequest, DescribeInstanceResponse>
{
    public static Arn Target(DescribeInstanceRequest request, Call call) => new(request.InstanceArn);

    public static void Require(DescribeInstanceRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static DescribeInstanceResponse Handle(DescribeInstanceRequest request, Call call)
    {
        var instance = call.Account.RequireOwnInstance(request.InstanceArn);
        return new()
        {
            InstanceArn = instance.Arn.Text,
            IdentityStoreId = instance.IdentityStoreId,
            OwnerAccountId = call.Account.Id,
            Name = instance.Name,
            CreatedDate = instance.Created,
            Status = InstanceStatus.ACTIVE,
            EncryptionConfigurationDetails = new() { KeyType = KmsKeyType.AWS_OWNED_KMS_KEY, EncryptionStatus = KmsKeyStatus.ENABLED },
        };
    }
}

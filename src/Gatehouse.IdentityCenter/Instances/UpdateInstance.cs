using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Instances;

/// <summary>Gives the account's instance another name.</summary>
internal sealed class UpdateInstance : IWrite<UpdateInstanceRequest, UpdateInstanceResponse>
{
    public static Arn Target(UpdateInstanceRequest request, Call call) => new(request.InstanceArn);

    public static void Require(UpdateInstanceRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static UpdateInstanceResponse Handle(UpdateInstanceRequest request, Draft draft)
    {
        var instance = draft.Account.RequireInstance(request.InstanceArn);
        if (request.EncryptionConfiguration is { } encryption)
        {
            RequireOurKey(encryption);
        }

        if (request.Name is { } name)
        {
            draft.Put(instance with { Name = name });
        }

        return new();
    }

    // There is no KMS here: whoever asks for a key of their own must not believe that it is used.
    private static void RequireOurKey(EncryptionConfiguration encryption)
    {
        if (encryption.KeyType != KmsKeyType.AWS_OWNED_KMS_KEY)
        {
            throw new ValidationException("Customer managed KMS keys are not supported: only AWS_OWNED_KMS_KEY is.");
        }

        if (encryption.KmsKeyArn is not null)
        {
            throw new ValidationException("KmsKeyArn must not be given with the key type AWS_OWNED_KMS_KEY.");
        }
    }
}

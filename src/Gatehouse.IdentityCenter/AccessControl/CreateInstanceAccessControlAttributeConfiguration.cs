using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.AccessControl;

/// <summary>Says which attributes of people become tags of their sessions, on an instance that never said it.</summary>
internal sealed class CreateInstanceAccessControlAttributeConfiguration : IWrite<CreateInstanceAccessControlAttributeConfigurationRequest, CreateInstanceAccessControlAttributeConfigurationResponse>
{
    public static Arn Target(CreateInstanceAccessControlAttributeConfigurationRequest request, Call call) => new(request.InstanceArn);

    public static void Require(CreateInstanceAccessControlAttributeConfigurationRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static CreateInstanceAccessControlAttributeConfigurationResponse Handle(CreateInstanceAccessControlAttributeConfigurationRequest request, Draft draft)
    {
        var instance = draft.Account.RequireInstance(request.InstanceArn);
        if (instance.AccessControlAttributes is not null)
        {
            throw new ConflictException("The instance has an access control attribute configuration already.");
        }

        draft.Put(instance with { AccessControlAttributes = Attributes.Read(request.InstanceAccessControlAttributeConfiguration) });
        return new();
    }
}

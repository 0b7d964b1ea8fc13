using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.AccessControl;

/// <summary>Says anew which attributes of people become tags of their sessions, in place of all that was said.</summary>
internal sealed class UpdateInstanceAccessControlAttributeConfiguration : IWrite<UpdateInstanceAccessControlAttributeConfigurationRequest, UpdateInstanceAccessControlAttributeConfigurationResponse>
{
    public static Arn Target(UpdateInstanceAccessControlAttributeConfigurationRequest request, Call call) => new(request.InstanceArn);

    public static void Require(UpdateInstanceAccessControlAttributeConfigurationRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static UpdateInstanceAccessControlAttributeConfigurationResponse Handle(UpdateInstanceAccessControlAttributeConfigurationRequest request, Draft draft)
    {
        var instance = draft.Account.RequireInstance(request.InstanceArn);
        instance.RequireAttributes();
        draft.Put(instance with { AccessControlAttributes = Attributes.Read(request.InstanceAccessControlAttributeConfiguration) });
        return new();
    }
}

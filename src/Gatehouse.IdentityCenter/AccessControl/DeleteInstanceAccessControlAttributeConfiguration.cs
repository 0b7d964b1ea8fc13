using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.AccessControl;

/// <summary>Makes no attribute of people a tag of their sessions any more.</summary>
internal sealed class DeleteInstanceAccessControlAttributeConfiguration : IWrite<DeleteInstanceAccessControlAttributeConfigurationRequest, DeleteInstanceAccessControlAttributeConfigurationResponse>
{
    public static Arn Target(DeleteInstanceAccessControlAttributeConfigurationRequest request, Call call) => new(request.InstanceArn);

    public static void Require(DeleteInstanceAccessControlAttributeConfigurationRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static DeleteInstanceAccessControlAttributeConfigurationResponse Handle(DeleteInstanceAccessControlAttributeConfigurationRequest request, Draft draft)
    {
        var instance = draft.Account.RequireInstance(request.InstanceArn);
        instance.RequireAttributes();
        draft.Put(instance with { AccessControlAttributes = null });
        return new();
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.AccountSettings;

/// <summary>Goes back to AWS's defaults for passwords.</summary>
internal sealed class DeleteAccountPasswordPolicy : IWrite<DeleteAccountPasswordPolicyRequest, DeleteAccountPasswordPolicyResponse>
{
    public static Arn Target(DeleteAccountPasswordPolicyRequest request, Call call) => Arn.Any;

    public static DeleteAccountPasswordPolicyResponse Handle(DeleteAccountPasswordPolicyRequest request, Draft draft)
    {
        if (draft.Account.Profile.PasswordPolicy is null)
        {
            throw new NoSuchEntityException("The account policy with name PasswordPolicy cannot be found.");
        }

        draft.Put(draft.Account.Profile with { PasswordPolicy = null });
        return new();
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.AccountSettings;

/// <summary>Says what the account asks of passwords. What is left out goes back to its default, whatever it was.</summary>
internal sealed class UpdateAccountPasswordPolicy : IWrite<UpdateAccountPasswordPolicyRequest, UpdateAccountPasswordPolicyResponse>
{
    public static Arn Target(UpdateAccountPasswordPolicyRequest request, Call call) => Arn.Any;

    public static UpdateAccountPasswordPolicyResponse Handle(UpdateAccountPasswordPolicyRequest request, Draft draft)
    {
        draft.Put(draft.Account.Profile with
        {
            PasswordPolicy = new PasswordPolicy
            {
                MinimumLength = request.MinimumPasswordLength ?? PasswordPolicy.DefaultMinimumLength,
                RequireSymbols = request.RequireSymbols ?? false,
                RequireNumbers = request.RequireNumbers ?? false,
                RequireUppercase = request.RequireUppercaseCharacters ?? false,
                RequireLowercase = request.RequireLowercaseCharacters ?? false,
                UsersMayChange = request.AllowUsersToChangePassword ?? false,
                MaxAgeDays = request.MaxPasswordAge,
                Remembered = request.PasswordReusePrevention,
                HardExpiry = request.HardExpiry,
            },
        });
        return new();
    }
}

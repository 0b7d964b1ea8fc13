using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.AccountSettings;

/// <summary>Shows what the account asks of passwords, if it said so: AWS does not show its defaults.</summary>
internal sealed class GetAccountPasswordPolicy : IRead<GetAccountPasswordPolicyRequest, GetAccountPasswordPolicyResponse>
{
    public static Arn Target(GetAccountPasswordPolicyRequest request, Call call) => Arn.Any;

    public static GetAccountPasswordPolicyResponse Handle(GetAccountPasswordPolicyRequest request, Call call)
    {
        var policy = call.Account.Profile.PasswordPolicy
            ?? throw new NoSuchEntityException($"The Password Policy with domain name {call.Account.Id} cannot be found.");
        return new()
        {
            PasswordPolicy = new()
            {
                MinimumPasswordLength = policy.MinimumLength,
                RequireSymbols = policy.RequireSymbols,
                RequireNumbers = policy.RequireNumbers,
                RequireUppercaseCharacters = policy.RequireUppercase,
                RequireLowercaseCharacters = policy.RequireLowercase,
                AllowUsersToChangePassword = policy.UsersMayChange,
                ExpirePasswords = policy.MaxAgeDays is not null,
                MaxPasswordAge = policy.MaxAgeDays,
                PasswordReusePrevention = policy.Remembered,
                HardExpiry = policy.HardExpiry,
            },
        };
    }
}

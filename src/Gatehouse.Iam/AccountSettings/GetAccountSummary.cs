using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Key = Gatehouse.Contracts.Iam.Shapes.SummaryKeyType;

namespace Gatehouse.Iam.AccountSettings;

/// <summary>Counts what the account has, and says how much it may have.</summary>
internal sealed class GetAccountSummary : IRead<GetAccountSummaryRequest, GetAccountSummaryResponse>
{
    public static Arn Target(GetAccountSummaryRequest request, Call call) => Arn.Any;

    public static GetAccountSummaryResponse Handle(GetAccountSummaryRequest request, Call call)
    {
        var account = call.Account;
        return new()
        {
            SummaryMap = new SortedDictionary<string, int>(StringComparer.Ordinal)
            {
                [Key.Users] = account.Users.Count,
                [Key.UsersQuota] = Quotas.Users,
                [Key.Groups] = account.Groups.Count,
                [Key.GroupsQuota] = Quotas.Groups,
                [Key.Roles] = account.Roles.Count,
                [Key.RolesQuota] = Quotas.Roles,
                [Key.Policies] = account.Policies.Count,
                [Key.PoliciesQuota] = Quotas.Policies,

                // AWS: a policy that is attached or a boundary counts once, however often it is used.
                [Key.PolicyVersionsInUse] = account.Attachments.PoliciesInUse,
                [Key.PolicyVersionsInUseQuota] = Quotas.PolicyVersionsInUse,
                [Key.VersionsPerPolicyQuota] = Quotas.VersionsPerPolicy,
                [Key.PolicySizeQuota] = Quotas.PolicySize,
                [Key.UserPolicySizeQuota] = Quotas.UserPolicySize,
                [Key.GroupPolicySizeQuota] = Quotas.GroupPolicySize,
                [Key.RolePolicySizeQuota] = Quotas.RolePolicySize,
                [Key.AssumeRolePolicySizeQuota] = Quotas.TrustPolicySize,
                [Key.GroupsPerUserQuota] = Quotas.GroupsPerUser,
                [Key.AttachedPoliciesPerUserQuota] = Quotas.AttachedPoliciesPerUser,
                [Key.AttachedPoliciesPerGroupQuota] = Quotas.AttachedPoliciesPerGroup,
                [Key.AttachedPoliciesPerRoleQuota] = Quotas.AttachedPoliciesPerRole,
                [Key.AccessKeysPerUserQuota] = Quotas.AccessKeysPerUser,
                [Key.AccountMFAEnabled] = account.MfaDevices.OwnedBy(Accounts.Account.RootOwner).IsEmpty ? 0 : 1,
                [Key.MFADevices] = account.MfaDevices.Count,
                [Key.MFADevicesInUse] = account.MfaDevices.Count(device => device.Holder is not null),
                [Key.AccountAccessKeysPresent] = account.AccessKeys.OwnedBy(Accounts.Account.RootOwner).IsEmpty ? 0 : 1,
                [Key.SigningCertificatesPerUserQuota] = Quotas.SigningCertificatesPerUser,
                [Key.AccountPasswordPresent] = account.LoginProfiles.Contains(Accounts.Account.RootOwner) ? 1 : 0,
                [Key.AccountSigningCertificatesPresent] = account.SigningCertificates.OwnedBy(Accounts.Account.RootOwner).IsEmpty ? 0 : 1,
                [Key.ServerCertificates] = account.ServerCertificates.Count,
                [Key.ServerCertificatesQuota] = Quotas.ServerCertificates,
                [Key.InstanceProfiles] = account.InstanceProfiles.Count,
                [Key.InstanceProfilesQuota] = Quotas.InstanceProfiles,
                [Key.Providers] = account.OpenIdProviders.Count + account.SamlProviders.Count,
                [Key.GlobalEndpointTokenVersion] = 1,

                // Accounts hold none of these yet: there is nothing that could be counted.
            },
        };
    }
}

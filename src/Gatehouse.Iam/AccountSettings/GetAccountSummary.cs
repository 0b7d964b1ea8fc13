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
        var (account, quotas) = (call.Account, call.Installation.Quotas);
        return new()
        {
            SummaryMap = new SortedDictionary<string, int>(StringComparer.Ordinal)
            {
                [Key.Users] = account.Users.Count,
                [Key.UsersQuota] = quotas[IamQuotas.Users],
                [Key.Groups] = account.Groups.Count,
                [Key.GroupsQuota] = quotas[IamQuotas.Groups],
                [Key.Roles] = account.Roles.Count,
                [Key.RolesQuota] = quotas[IamQuotas.Roles],
                [Key.Policies] = account.Policies.Count,
                [Key.PoliciesQuota] = quotas[IamQuotas.Policies],

                // AWS: a policy that is attached or a boundary counts once, however often it is used.
                [Key.PolicyVersionsInUse] = account.Attachments.PoliciesInUse,
                [Key.PolicyVersionsInUseQuota] = Quotas.PolicyVersionsInUse,
                [Key.VersionsPerPolicyQuota] = quotas[IamQuotas.VersionsPerPolicy],
                [Key.PolicySizeQuota] = quotas[IamQuotas.PolicySize],
                [Key.UserPolicySizeQuota] = quotas[IamQuotas.UserPolicySize],
                [Key.GroupPolicySizeQuota] = quotas[IamQuotas.GroupPolicySize],
                [Key.RolePolicySizeQuota] = quotas[IamQuotas.RolePolicySize],
                [Key.AssumeRolePolicySizeQuota] = quotas[IamQuotas.TrustPolicySize],
                [Key.GroupsPerUserQuota] = quotas[IamQuotas.GroupsPerUser],
                [Key.AttachedPoliciesPerUserQuota] = quotas[IamQuotas.PoliciesPerUser],
                [Key.AttachedPoliciesPerGroupQuota] = quotas[IamQuotas.PoliciesPerGroup],
                [Key.AttachedPoliciesPerRoleQuota] = quotas[IamQuotas.PoliciesPerRole],
                [Key.AccessKeysPerUserQuota] = quotas[IamQuotas.AccessKeysPerUser],
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
                [Key.InstanceProfilesQuota] = quotas[IamQuotas.InstanceProfiles],
                [Key.GlobalEndpointTokenVersion] = account.Profile.GlobalTokenVersion ?? 1,
                [Key.Providers] = account.OpenIdProviders.Count + account.SamlProviders.Count,
            },
        };
    }
}

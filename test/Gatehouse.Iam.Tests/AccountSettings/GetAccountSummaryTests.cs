using Gatehouse.Contracts.Iam;
using Gatehouse.Contracts.Iam.Shapes;
using Gatehouse.Iam.AccessKeys;
using Gatehouse.Iam.AccountSettings;
using Gatehouse.Iam.LoginProfiles;
using Gatehouse.Iam.ServerCertificates;
using Gatehouse.Iam.SigningCertificates;
using Gatehouse.Iam.Tests.Certificates;
using Gatehouse.Iam.Tests.LoginProfiles;
using Gatehouse.Iam.Tests.Mfa;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.AccountSettings;

public sealed class GetAccountSummaryTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Has_every_key_that_AWS_has() => Assert.Equal(SummaryKeyType.All.Order(StringComparer.Ordinal), Call(new()).SummaryMap!.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void Counts_what_is_there()
    {
        account.Put(account.AddUser("Alice") with { AttachedPolicies = [account.AddPolicy("own")], PermissionsBoundary = Givens.ReadOnly });
        account.Put(account.AddUser("Bob") with { AttachedPolicies = [account.AddPolicy("own2"), Givens.ReadOnly] });
        account.AddPolicy("idle");
        account.AddGroup("Admins");

        var summary = Call(new()).SummaryMap!;

        Assert.Equal((2, 1, 0, 3), (summary["Users"], summary["Groups"], summary["Roles"], summary["Policies"]));
        Assert.Equal(3, summary["PolicyVersionsInUse"]);
        Assert.Equal(0, summary["AccountAccessKeysPresent"]);
    }

    [Fact]
    public void Counts_identity_providers_of_both_kinds()
    {
        account.AddOpenId();
        account.AddSaml();

        Assert.Equal(2, Call(new()).SummaryMap!["Providers"]);
    }

    [Fact]
    public void Says_whether_root_has_access_keys()
    {
        account.AddUser("Alice");
        account.Write<CreateAccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse>(new() { UserName = "Alice" });
        Assert.Equal(0, Call(new()).SummaryMap!["AccountAccessKeysPresent"]);

        account.Write<CreateAccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse>(new());
        Assert.Equal(1, Call(new()).SummaryMap!["AccountAccessKeysPresent"]);
    }

    [Fact]
    public void Counts_server_certificates_and_says_what_root_has()
    {
        account.ActAsAssumedRoot();
        account.Reach<CreateLoginProfile, CreateLoginProfileRequest, CreateLoginProfileResponse>(new());
        var made = new CertificateGivens(account).Issue("a");
        account.Write<UploadSigningCertificate, UploadSigningCertificateRequest, UploadSigningCertificateResponse>(new() { CertificateBody = made.Body });
        account.Write<UploadServerCertificate, UploadServerCertificateRequest, UploadServerCertificateResponse>(
            new() { ServerCertificateName = "a", CertificateBody = made.Body, PrivateKey = made.PrivateKey });

        var summary = Call(new()).SummaryMap!;

        Assert.Equal((1, 1, 1), (summary["AccountPasswordPresent"], summary["AccountSigningCertificatesPresent"], summary["ServerCertificates"]));
    }

    [Fact]
    public void Counts_second_factors_those_in_use_and_whether_root_has_one()
    {
        account.AddDevice("free");
        account.AddDevice("phone", account.AddUser("Alice").Id);
        Assert.Equal((2, 1, 0), (Call(new()).SummaryMap!["MFADevices"], Call(new()).SummaryMap!["MFADevicesInUse"], Call(new()).SummaryMap!["AccountMFAEnabled"]));

        account.AddDevice("safe", Accounts.Account.RootOwner);
        Assert.Equal((3, 2, 1), (Call(new()).SummaryMap!["MFADevices"], Call(new()).SummaryMap!["MFADevicesInUse"], Call(new()).SummaryMap!["AccountMFAEnabled"]));
    }

    [Theory]
    [InlineData("UsersQuota", 5000)]
    [InlineData("GroupsQuota", 300)]
    [InlineData("RolesQuota", 1000)]
    [InlineData("PoliciesQuota", 1500)]
    [InlineData("PolicyVersionsInUseQuota", 10000)]
    [InlineData("PolicySizeQuota", 6144)]
    [InlineData("UserPolicySizeQuota", 2048)]
    [InlineData("GroupPolicySizeQuota", 5120)]
    [InlineData("RolePolicySizeQuota", 10240)]
    [InlineData("AssumeRolePolicySizeQuota", 2048)]
    [InlineData("AccessKeysPerUserQuota", 2)]
    [InlineData("GroupsPerUserQuota", 10)]
    [InlineData("VersionsPerPolicyQuota", 5)]
    [InlineData("AttachedPoliciesPerUserQuota", 10)]
    [InlineData("AttachedPoliciesPerGroupQuota", 10)]
    [InlineData("AttachedPoliciesPerRoleQuota", 10)]
    [InlineData("SigningCertificatesPerUserQuota", 2)]
    [InlineData("ServerCertificatesQuota", 20)]
    [InlineData("InstanceProfilesQuota", 1000)]
    [InlineData("GlobalEndpointTokenVersion", 1)]
    public void Tells_the_quotas_of_AWS(string key, int value) => Assert.Equal(value, Call(new()).SummaryMap![key]);

    [Fact]
    public void Is_checked_on_no_resource_in_particular()
    {
        var needs = account.Needs<GetAccountSummary, GetAccountSummaryRequest>("iam:GetAccountSummary", new() {  });

        // PE-9
        Assert.Equal(["iam:GetAccountSummary *"], needs.Lines());
    }

    private GetAccountSummaryResponse Call(GetAccountSummaryRequest request) =>
        account.Read<GetAccountSummary, GetAccountSummaryRequest, GetAccountSummaryResponse>(request);
}

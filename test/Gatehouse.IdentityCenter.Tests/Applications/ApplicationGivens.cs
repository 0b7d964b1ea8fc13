using System.Text.Json;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;
using Gatehouse.IdentityCenter.TokenIssuers;

namespace Gatehouse.IdentityCenter.Tests.Applications;

/// <summary>What tests of applications find already there, made by the operations themselves.</summary>
internal static class ApplicationGivens
{
    internal const string Custom = "arn:aws:sso::aws:applicationProvider/custom";
    internal const string Nowhere = "arn:aws:sso::111122223333:application/ssoins-0123456789abcdef/apl-ffffffffffffffff";
    internal const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sso-oauth:CreateTokenWithIAM","Resource":"*"}]}""";

    internal static string CreateApplication(this CenterFixture center, string name = "notebooks") =>
        center.Account.Write<CreateApplication, CreateApplicationRequest, CreateApplicationResponse>(
            new() { InstanceArn = CenterFixture.InstanceArn, ApplicationProviderArn = Custom, Name = name }).ApplicationArn!;

    internal static DescribeApplicationResponse Describe(this CenterFixture center, string application) =>
        center.Account.Read<DescribeApplication, DescribeApplicationRequest, DescribeApplicationResponse>(new() { ApplicationArn = application });

    internal static void Assign(this CenterFixture center, string application, string principal, string type = PrincipalType.USER) =>
        center.Account.Write<CreateApplicationAssignment, CreateApplicationAssignmentRequest, CreateApplicationAssignmentResponse>(
            new() { ApplicationArn = application, PrincipalId = principal, PrincipalType = type });

    internal static void PutScope(this CenterFixture center, string application, string scope, params string[] targets) =>
        center.Account.Write<PutApplicationAccessScope, PutApplicationAccessScopeRequest, PutApplicationAccessScopeResponse>(
            new() { ApplicationArn = application, Scope = scope, AuthorizedTargets = targets.Length == 0 ? null : targets });

    internal static void PutGrant(this CenterFixture center, string application, string type, Grant grant) =>
        center.Account.Write<PutApplicationGrant, PutApplicationGrantRequest, PutApplicationGrantResponse>(
            new() { ApplicationArn = application, GrantType = type, Grant = grant });

    internal static void PutPolicy(this CenterFixture center, string application, string policy = Policy)
    {
        using var document = JsonDocument.Parse(policy);
        center.Account.Write<PutApplicationAuthenticationMethod, PutApplicationAuthenticationMethodRequest, PutApplicationAuthenticationMethodResponse>(new()
        {
            ApplicationArn = application,
            AuthenticationMethodType = AuthenticationMethodType.IAM,
            AuthenticationMethod = new() { Iam = new() { ActorPolicy = document.RootElement.Clone() } },
        });
    }

    internal static string CreateIssuer(
        this CenterFixture center, string url = "https://idp.example.com/people", string claim = "email", string attribute = "emails.value", string name = "idp", string? token = null) =>
        center.Account.Write<CreateTrustedTokenIssuer, CreateTrustedTokenIssuerRequest, CreateTrustedTokenIssuerResponse>(new()
        {
            InstanceArn = CenterFixture.InstanceArn,
            Name = name,
            TrustedTokenIssuerType = TrustedTokenIssuerType.OIDC_JWT,
            ClientToken = token,
            TrustedTokenIssuerConfiguration = new()
            {
                OidcJwtConfiguration = new()
                {
                    IssuerUrl = url,
                    ClaimAttributePath = claim,
                    IdentityStoreAttributePath = attribute,
                    JwksRetrievalOption = JwksRetrievalOption.OPEN_ID_DISCOVERY,
                },
            },
        }).TrustedTokenIssuerArn!;
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Contracts.Sts.Shapes;
using Gatehouse.Federation;
using Gatehouse.Sts.Federation;
using Gatehouse.Testing;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>An account with a provider of each kind and a role that trusts both.</summary>
internal sealed class FederationFixture
{
    internal const string RoleArn = "arn:aws:iam::111122223333:role/team/app";
    internal const string SamlArn = "arn:aws:iam::111122223333:saml-provider/corp";

    internal FederationFixture(string issuer = TestIssuer.DefaultUrl, FederationRules? rules = null)
    {
        Issuer = new(issuer);
        Account = new((vault, clock) => new IdentityProofs(rules ?? FederationRules.None, vault, new PublicAddress(), clock, Issuer));
        Account.Change(draft =>
        {
            draft.Put(new OpenIdProvider { Url = issuer, Created = draft.Now, ClientIds = ["sts.amazonaws.com", "other"] });
            draft.Put(new SamlProvider { Id = "SAMLSPAAAAAAAAAAAAAAAAA", Name = "corp", Metadata = TestIdentityProvider.Metadata(), Created = draft.Now, ValidUntil = draft.Now });
        });
        Trust();
    }

    internal TestIssuer Issuer { get; }

    internal AccountFixture Account { get; }

    internal DateTimeOffset Now => Account.Clock.GetUtcNow();

    /// <summary>The issuer as ARNs and condition keys name it.</summary>
    internal string Name => Account.Account.OpenIdProviders[0].Name;

    /// <summary>Makes the role trust both providers, under these conditions and for these actions.</summary>
    internal void Trust(string conditions = "{}", string actions = """["sts:AssumeRoleWithWebIdentity","sts:AssumeRoleWithSAML","sts:TagSession","sts:SetSourceIdentity"]""") => Account.Change(draft => draft.Put(
        StsFixture.RoleOf("app", $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":["arn:aws:iam::111122223333:oidc-provider/{{Name}}","{{SamlArn}}"]},"Action":{{actions}},"Condition":{{conditions}} } }""")
            with { Path = "/team/", MaxSessionSeconds = 7200, Tags = [new("Team", "blue")] }));

    internal AssumeRoleWithWebIdentityResponse Assume(string token, string role = RoleArn, int? seconds = null, string? policy = null) =>
        Account.Reach<AssumeRoleWithWebIdentity, AssumeRoleWithWebIdentityRequest, AssumeRoleWithWebIdentityResponse>(
            new() { RoleArn = role, RoleSessionName = "job", WebIdentityToken = token, DurationSeconds = seconds, Policy = policy });

    internal AssumeRoleWithSAMLResponse AssumeSaml(string xml, string role = RoleArn, string provider = SamlArn, int? seconds = null) =>
        Account.Read<AssumeRoleWithSAML, AssumeRoleWithSAMLRequest, AssumeRoleWithSAMLResponse>(
            new() { RoleArn = role, PrincipalArn = provider, SAMLAssertion = TestIdentityProvider.Encode(xml), DurationSeconds = seconds });

    internal SessionContents Open(Credentials credentials)
    {
        Assert.True(Account.Installation.Sessions.TryOpen(credentials.SessionToken, credentials.AccessKeyId, out var contents, out _));
        return contents;
    }

    /// <summary>The refusal of a call: code, blank, text.</summary>
    internal static string Refusal(Action call) => Assert.ThrowsAny<ApiException>(call) switch
    {
        CommonException { Kind: CommonError.AccessDenied } denied => "AccessDenied " + denied.Message,
        CommonException { Kind: CommonError.Validation } invalid => "ValidationError " + invalid.Message,
        var refusal => $"{refusal.Code} {refusal.Message}",
    };
}

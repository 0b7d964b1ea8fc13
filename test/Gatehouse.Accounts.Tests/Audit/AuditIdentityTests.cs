using System.Text;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.Accounts.Tests.Audit;

/// <summary>Whom an identity provider vouched for, as CloudTrail names them.</summary>
public sealed class AuditIdentityTests
{
    private static readonly ProvenIdentity Token = new()
    {
        ProviderArn = "arn:aws:iam::111122223333:oidc-provider/login.example.com",
        Issuer = "https://login.example.com",
        Audience = "sts.amazonaws.com",
        Subject = "repo:octo/app",
    };

    [Fact]
    public void A_bearer_of_a_token_is_named_by_issuer_audience_and_subject()
    {
        var identity = AuditIdentity.Of(Token);

        Assert.Equal(
            ("WebIdentityUser", "arn:aws:iam::111122223333:oidc-provider/login.example.com:sts.amazonaws.com:repo:octo/app", "repo:octo/app", Token.ProviderArn, "repo:octo/app"),
            (identity.Type, identity.PrincipalId, identity.UserName, identity.IdentityProvider, identity.LookupName));
        Assert.Equal("accounts.google.com:sts.amazonaws.com:repo:octo/app", AuditIdentity.Of(Token with { Issuer = "https://accounts.google.com" }).PrincipalId);
    }

    [Fact]
    public void A_subject_of_an_assertion_is_named_by_qualifier_and_subject()
    {
        var identity = AuditIdentity.Of(Token with { SubjectType = "persistent", NameQualifier = "YWJj=", Subject = "alice@example.com" });

        Assert.Equal(
            ("SAMLUser", "YWJj=:alice@example.com", "alice@example.com", "YWJj=", "alice@example.com"),
            (identity.Type, identity.PrincipalId, identity.UserName, identity.IdentityProvider, identity.LookupName));
    }

    [Fact]
    public void Both_are_read_back_from_the_trail_and_so_is_the_provider_of_a_session()
    {
        var happened = new AuditEvent
        {
            EventId = "e", Account = "111122223333", Identity = AuditIdentity.Of(Token), Time = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero),
            Source = "sts.amazonaws.com", Name = "AssumeRoleWithWebIdentity", Region = "us-east-1", RequestId = "r", ReadOnly = true,
        };
        Assert.Equal(happened.Identity, AuditEvent.Read(happened.ToJson()).Identity);

        var session = new AuditSession { Created = happened.Time, WebIdentityProvider = Token.ProviderArn };
        happened = happened with { Identity = new() { Type = "AssumedRole", PrincipalId = "AROA:job", Session = session } };
        Assert.Equal(session, AuditEvent.Read(happened.ToJson()).Identity.Session);
        Assert.Contains("\"webIdFederationData\":{\"federatedProvider\":\"arn:aws:iam::111122223333:oidc-provider/login.example.com\",\"attributes\":{}}", Encoding.UTF8.GetString(happened.ToJson()), StringComparison.Ordinal);
    }
}

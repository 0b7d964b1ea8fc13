using System.Collections.Immutable;
using System.Text;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sso;
using Gatehouse.Contracts.Sso.Shapes;
using Gatehouse.IdentityCenter.Portal;
using Gatehouse.IdentityCenter.Tests.Tokens;
using Gatehouse.Testing;

namespace Gatehouse.IdentityCenter.Tests.Portal;

public sealed class GetRoleCredentialsTests : PortalGivens
{
    [Fact]
    public void The_role_s_session_has_the_user_s_name_and_the_permission_set_s_length() // [AU-852]
    {
        var got = Get();
        var session = Open(got);

        Assert.Equal(Center.Account.Clock.GetUtcNow().AddHours(2), DateTimeOffset.FromUnixTimeMilliseconds(got.Expiration!.Value));
        Assert.Equal(("ana", SessionDelivery.IdentityCenter, false), (session.SessionName, session.Delivery, session.Chained));
        Assert.StartsWith("arn:aws:iam::111122223333:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_Reader_", session.PrincipalArn, StringComparison.Ordinal);
        Assert.Matches("^arn:aws:iam::111122223333:saml-provider/AWSSSO_[0-9a-f]{16}_DO_NOT_DELETE$", session.Provider);
        Assert.Equal(PortalFixture.UserId, session.FederationKeys.Single(static key => key.Name == "identitystore:UserId").Values.Single());
        Assert.Equal(("IdentityCenterUser", PortalFixture.UserId), (Center.Named[^1].Type, Center.Named[^1].IdentityUserId));
    }

    [Fact]
    public void Attributes_that_the_instance_names_become_session_tags()
    {
        Center.Account.Change(draft => draft.Put(draft.Account.IdentityCenter! with
        {
            AccessControlAttributes =
            [
                new("family", ["${path:name.familyName}"]),
                new("mail", ["${path:emails[primary eq true].value}"]),
                new("login", ["${path:enterprise.division}", "${path:userName}"]),
                new("missing", ["${path:title}"]),
                new("cost", ["${path:enterprise.costCenter}"]),
            ],
        }));

        var tags = Open(Get()).Tags.Select(static tag => $"{tag.Key}={tag.Value}").ToImmutableSortedSet();

        Assert.Equal(["cost=4711", "family=Silva", "login=ana", "mail=ana@example.com"], tags);
    }

    [Theory] // [BI-226]
    [InlineData("Admin")]
    [InlineData("reader")]
    [InlineData("AWSReservedSSO_Reader")]
    public void A_role_that_is_not_assigned_is_refused(string role)
    {
        var refusal = Assert.Throws<ForbiddenException>(() => Get(role: role));
        Assert.Equal((403, "No access"), (refusal.Status, refusal.Message));
    }

    [Fact]
    public void An_account_that_is_not_there_is_told_apart() => Assert.Throws<ResourceNotFoundException>(() => Get(account: "999999999999"));

    [Fact]
    public void A_role_whose_trust_does_not_name_the_provider_is_refused()
    {
        Center.Account.Change(draft =>
        {
            var role = draft.Account.Roles.Single(static role => role.Path.StartsWith(PermissionSet.ReservedPath, StringComparison.Ordinal));
            draft.Put(role with { TrustPolicy = role.TrustPolicy.Replace("AWSSSO_", "AWSSSO_0", StringComparison.Ordinal) });
        });

        Assert.Throws<ForbiddenException>(() => Get());
        Assert.Equal(("AccessDenied", "Not authorized to perform sts:AssumeRoleWithSAML"), (Center.Happened.Single().ErrorCode, Center.Happened.Single().ErrorMessage));
    }

    [Fact]
    public async Task The_trail_of_the_role_s_account_shows_who_assumed_it() // [AU-852]
    {
        const string Other = "444455556666";
        Center.Account.Found(Other);
        Center.Account.Change(draft =>
        {
            draft.Put(new AccountAssignment { AccountId = Other, PermissionSetId = PortalFixture.PermissionSetId, PrincipalId = PortalFixture.UserId });
            draft.Put(new MemberAccount { Id = Other, Name = "dev", Email = "dev@example.com", Joined = draft.Now, JoinedMethod = "CREATED", ParentId = "r-abcd" });
        });
        var role = PortalFixture.RoleOf(Center.Account.Account.IdentityCenter!, Center.Account.Account.PermissionSets.FindById(PortalFixture.PermissionSetId)!, Other);
        var slot = (await Center.Account.Installation.Accounts.FindAsync(Other, TestContext.Current.CancellationToken))!;
        await Center.Account.Installation.Accounts.ChangeAsync(
            slot,
            Center.Account.Call with { Account = slot.Current },
            draft =>
            {
                draft.Put(role);
                return true;
            },
            null,
            TestContext.Current.CancellationToken);

        var got = Get(Other);

        var happened = Center.Happened.Single();
        var (asked, answered) = (Encoding.UTF8.GetString(happened.RequestParameters.Span), Encoding.UTF8.GetString(happened.ResponseElements.Span));
        Assert.Equal((Other, "sts.amazonaws.com", "AssumeRoleWithSAML", "SAMLUser", "ana"), (happened.Account, happened.Source, happened.Name, happened.Identity.Type, happened.Identity.UserName));
        Assert.Equal([role.ArnIn(Other).Text, Center.Account.Account.IdentityCenter!.ProviderArnIn(Other)], happened.Resources.Select(static one => one.Arn));
        Assert.Contains("\"durationSeconds\":7200", asked, StringComparison.Ordinal);
        Assert.Contains($"\"accessKeyId\":\"{got.AccessKeyId}\"", answered, StringComparison.Ordinal);
        Assert.DoesNotContain(got.SecretAccessKey!, answered, StringComparison.Ordinal);
        Assert.DoesNotContain(got.SessionToken!, answered, StringComparison.Ordinal);
    }

    [Fact]
    public void A_role_that_has_not_been_made_yet_is_refused()
    {
        Center.Account.Change(draft => draft.Remove(draft.Account.Roles.Single(static role => role.Path.StartsWith(PermissionSet.ReservedPath, StringComparison.Ordinal))));

        Assert.Throws<ForbiddenException>(() => Get());
    }

    [Fact]
    public void Names_that_sessions_cannot_have_are_made_fit()
    {
        Center.Account.Change(draft =>
        {
            var user = draft.Account.IdentityUsers.FindById(PortalFixture.UserId)!;
            draft.Remove(user);
            draft.Put(user with { UserName = "zoë#1" });
        });

        Assert.Equal("zo--1", Open(Get()).SessionName);
    }

    private RoleCredentials Get(string account = AccountFixture.Id, string role = "Reader") => Center.Account.Reach<GetRoleCredentials, GetRoleCredentialsRequest, GetRoleCredentialsResponse>(
        new() { AccessToken = Token(), AccountId = account, RoleName = role }, Center.Unsigned).RoleCredentials!;

    private SessionContents Open(RoleCredentials got) =>
        Center.Account.Installation.Sessions.TryOpen(got.SessionToken!, got.AccessKeyId!, out var contents, out _) ? contents : throw new InvalidOperationException("The token does not open.");
}

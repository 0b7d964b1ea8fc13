using Gatehouse.Accounts.Authorization;
using Gatehouse.Sts.Roles;

namespace Gatehouse.Sts.Tests.Roles;

/// <summary>Who may assume what: the call's requirements, judged by the real policy engine.</summary>
public sealed class AssumeRoleTrustTests
{
    private const string Other = "444455556666";
    private readonly StsFixture sts = new();

    [Fact]
    public void A_trusted_account_s_user_with_permission_may_AU_304() => Assert.Null(sts.Denial(StsFixture.Ask()));

    [Fact]
    public void A_trust_policy_that_names_another_account_refuses_BI_108()
    {
        Trust("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"444455556666"},"Action":"sts:AssumeRole"}}""");

        Assert.Equal("sts:AssumeRole", sts.Denial(StsFixture.Ask()));
    }

    [Fact]
    public void A_role_that_does_not_exist_refuses_like_one_that_does_not_trust_BI_107()
    {
        Assert.Equal("sts:AssumeRole", sts.Denial(StsFixture.Ask("arn:aws:iam::111122223333:role/none")));
    }

    [Fact]
    public void An_external_id_must_be_the_one_asked_for_BI_110_AU_316()
    {
        Trust("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"sts:ExternalId":"e-1"}}}}""");

        Assert.NotNull(sts.Denial(StsFixture.Ask()));
        Assert.NotNull(sts.Denial(StsFixture.Ask(externalId: "e-2")));
        Assert.Null(sts.Denial(StsFixture.Ask(externalId: "e-1")));
    }

    [Fact]
    public void An_external_id_may_be_given_unasked_AU_316() => Assert.Null(sts.Denial(StsFixture.Ask(externalId: "e-1")));

    [Fact]
    public void Tags_need_to_be_trusted_BI_119_PE_73()
    {
        Trust("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}""");

        Assert.Null(sts.Denial(StsFixture.Ask()));
        Assert.Equal("sts:TagSession", sts.Denial(StsFixture.Ask(tags: [("Team", "red")])));
    }

    [Fact]
    public void Inherited_tags_and_source_identities_need_to_be_trusted_too_PE_78_PE_79()
    {
        sts.Account.Change(draft => draft.Put(StsFixture.RoleOf(
            "second", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}""")));
        const string second = "arn:aws:iam::111122223333:role/second";

        sts.Become(StsFixture.Ask(tags: [("Team", "red")], transitive: ["Team"]));
        Assert.Equal("sts:TagSession", sts.Denial(StsFixture.Ask(second)));

        sts.ActAsUser();
        sts.Become(StsFixture.Ask(tags: [("Team", "red")]));
        Assert.Null(sts.Denial(StsFixture.Ask(second)));

        sts.ActAsUser();
        sts.Become(StsFixture.Ask(sourceIdentity: "ana"));
        Assert.Equal("sts:SetSourceIdentity", sts.Denial(StsFixture.Ask(second)));
    }

    [Theory]
    [InlineData("sts:RoleSessionName", "s1")]
    [InlineData("sts:SourceIdentity", "ana")]
    [InlineData("sts:TransitiveTagKeys", "Team")]
    [InlineData("aws:RequestTag/Team", "red")]
    [InlineData("aws:TagKeys", "Team")]
    [InlineData("aws:ResourceTag/Kind", "app")]
    [InlineData("iam:ResourceTag/Kind", "app")]
    public void Offers_the_keys_of_the_call_and_of_the_role(string key, string value)
    {
        var needs = Needs(StsFixture.Ask(tags: [("Team", "red")], transitive: ["Team"], sourceIdentity: "ana"));

        Assert.Contains(needs.Keys, known => known.Key == key && known.Value.SequenceEqual([value]));
    }

    [Fact]
    public void Does_not_offer_the_duration_PL_13_7() =>
        Assert.DoesNotContain(Needs(StsFixture.Ask(seconds: 900)).Keys, known => known.Key == "sts:DurationSeconds");

    [Fact]
    public void Inherited_tags_stand_in_for_those_of_the_role_PL_13_7()
    {
        sts.Become(StsFixture.Ask(tags: [("team", "red")], transitive: ["team"]));

        var tags = Needs(StsFixture.Ask()).Keys.Where(key => key.Key.StartsWith("aws:ResourceTag/", StringComparison.Ordinal)).Select(key => (key.Key, key.Value[0]));

        Assert.Equal([("aws:ResourceTag/Kind", "app"), ("aws:ResourceTag/team", "red")], tags.Order());
    }

    [Fact]
    public void Asks_for_every_action_it_takes_PE_7() => Assert.Equal(
        ["sts:AssumeRole", "sts:TagSession", "sts:SetSourceIdentity"],
        Needs(StsFixture.Ask(tags: [("Team", "red")], sourceIdentity: "ana")).Checks.Select(check => check.Action));

    [Fact]
    public void Across_accounts_both_sides_must_allow_AU_304()
    {
        const string arn = $"arn:aws:iam::{Other}:role/guest";
        sts.Owner = sts.FoundOther(Other, StsFixture.RoleOf("guest", StsFixture.Trust));
        Assert.Null(sts.Denial(StsFixture.Ask(arn)));

        sts.Account.Change(draft => draft.Put(draft.Account.Users.Find("ana")! with { InlinePolicies = [] }));
        sts.ActAsUser();
        Assert.NotNull(sts.Denial(StsFixture.Ask(arn)));
    }

    [Fact]
    public void A_role_of_an_account_that_does_not_exist_refuses_the_same_AU_304()
    {
        const string arn = "arn:aws:iam::999988887777:role/guest";
        Assert.Equal("sts:AssumeRole", sts.Denial(StsFixture.Ask(arn), sts.Account.Call with { Owner = null }));
    }

    private Requirements Needs(Contracts.Sts.AssumeRoleRequest request) =>
        sts.Account.Needs<AssumeRole, Contracts.Sts.AssumeRoleRequest>("sts:AssumeRole", request);

    private void Trust(string policy) => sts.Account.Change(draft => draft.Put(draft.Account.Roles.Find("app")! with { TrustPolicy = policy }));
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Sts.Sessions;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Tests.Roles;

/// <summary>What goes on from session to session: time, tags, source identity.</summary>
public sealed class RoleChainTests
{
    private const string Second = "arn:aws:iam::111122223333:role/second";
    private readonly StsFixture sts = new();

    public RoleChainTests() =>
        sts.Account.Change(draft => draft.Put(StsFixture.RoleOf("second", StsFixture.Trust) with { MaxSessionSeconds = 43200 }));

    [Fact]
    public void A_chained_session_knows_its_parent_and_lasts_an_hour_AU_307()
    {
        var first = sts.Become(StsFixture.Ask());
        var second = sts.Open(sts.Assume(StsFixture.Ask(Second)).Credentials!);

        Assert.Equal((true, first.SessionId), (second.Chained, second.ParentSessionId));
        Assert.Equal(TimeSpan.FromHours(1), second.Expires - second.Issued);
    }

    [Fact]
    public void A_chained_session_may_not_last_longer_BI_106_AU_306()
    {
        sts.Become(StsFixture.Ask());

        var refusal = Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask(Second, seconds: 3601)));

        Assert.Equal(
            (400, "ValidationError", "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining."),
            (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void A_session_of_a_user_chains_too_AU_307()
    {
        sts.ActAs(sts.GetToken(new()).Credentials!);

        Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask(Second, seconds: 3601)));
        Assert.True(sts.Open(sts.Assume(StsFixture.Ask(Second)).Credentials!).Chained);
    }

    [Theory]
    [InlineData(SessionDelivery.Call, true)]
    [InlineData(SessionDelivery.RolesAnywhere, true)]
    [InlineData(SessionDelivery.InstanceMetadata, false)]
    [InlineData(SessionDelivery.Container, false)]
    [InlineData(SessionDelivery.PodIdentity, false)]
    [InlineData(SessionDelivery.IdentityCenter, false)]
    public void Workloads_and_Identity_Center_start_a_chain_but_are_no_link_of_it_AU_307(SessionDelivery delivery, bool chained)
    {
        var session = sts.Become(StsFixture.Ask()) with { Delivery = delivery };

        Assert.Equal(chained, Durations.IsChained(session));
        Assert.True(Durations.IsChained(session with { Chained = true }));
    }

    [Fact]
    public void Tags_are_kept_as_they_were_given_AU_313()
    {
        var session = sts.Open(sts.Assume(StsFixture.Ask(tags: [("Team", "red"), ("Cost", "7")], transitive: ["TEAM"])).Credentials!);

        Assert.Equal([new("Team", "red", true), new SessionTag("Cost", "7", false)], session.Tags);
    }

    [Fact]
    public void The_same_key_twice_in_any_case_is_refused_BI_118_AU_313()
    {
        var refusal = Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask(tags: [("Team", "red"), ("team", "blue")])));

        Assert.Equal(
            (400, "InvalidParameterValue", "Duplicate tag keys found. Please note that Tag keys are case insensitive."),
            (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Reserved_keys_are_refused_AU_313()
    {
        var refusal = Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask(tags: [("AWS:Team", "red")])));

        Assert.Equal((400, "ValidationError"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public void Transitive_tags_go_on_and_others_stay_AU_314()
    {
        sts.Become(StsFixture.Ask(tags: [("Team", "red"), ("Cost", "7")], transitive: ["Team"]));
        sts.Become(StsFixture.Ask(Second, tags: [("Cost", "8")]));
        var third = sts.Open(sts.Assume(StsFixture.Ask()).Credentials!);

        Assert.Equal([new SessionTag("Team", "red", true)], third.Tags);
    }

    [Fact]
    public void An_inherited_key_cannot_be_passed_again_BI_120_AU_314_PE_79()
    {
        sts.Become(StsFixture.Ask(tags: [("Team", "red")], transitive: ["Team"]));

        var refusal = Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask(Second, tags: [("team", "blue")])));

        Assert.Equal((400, "InvalidParameterValue"), (refusal.Status, refusal.Code));
        Assert.Equal(
            "One of the specified transitive tag keys can't be set because it conflicts with a transitive tag key from the calling session.",
            refusal.Message);
    }

    [Fact]
    public void Only_a_tag_that_is_there_can_be_handed_on_AU_314()
    {
        var refusal = Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask(tags: [("Team", "red")], transitive: ["Cost"])));
        Assert.Equal((400, "InvalidParameterValue"), (refusal.Status, refusal.Code));

        sts.Become(StsFixture.Ask(tags: [("Team", "red")], transitive: ["Team"]));
        Assert.Equal([new SessionTag("Team", "red", true)], sts.Open(sts.Assume(StsFixture.Ask(Second, transitive: ["Team"])).Credentials!).Tags);
    }

    [Fact]
    public void Inherited_tags_count_for_the_size_which_is_not_told_when_nothing_was_passed()
    {
        sts.Become(StsFixture.Ask(tags: [("Team", "red")], transitive: ["Team"]));

        Assert.Null(sts.Assume(StsFixture.Ask(Second)).PackedPolicySize);
        Assert.NotNull(sts.Assume(StsFixture.Ask(Second, tags: [("Cost", "1")])).PackedPolicySize);
    }

    [Fact]
    public void A_source_identity_is_told_and_goes_on_AU_315()
    {
        var first = sts.Assume(StsFixture.Ask(sourceIdentity: "ana"));
        Assert.Equal("ana", first.SourceIdentity);
        sts.ActAs(first.Credentials!);

        var second = sts.Assume(StsFixture.Ask(Second));

        Assert.Equal(("ana", "ana"), (second.SourceIdentity, sts.Open(second.Credentials!).SourceIdentity));
        Assert.Equal("ana", sts.Assume(StsFixture.Ask(Second, sourceIdentity: "ana")).SourceIdentity);
    }

    [Fact]
    public void Another_source_identity_is_refused_BI_122_AU_315()
    {
        sts.Become(StsFixture.Ask(sourceIdentity: "ana"));

        var refusal = Assert.Throws<CommonException>(() => sts.Assume(StsFixture.Ask(Second, sourceIdentity: "bo")));

        Assert.Equal(
            (403, "AccessDenied", $"User: arn:aws:sts::111122223333:assumed-role/app/s1 is not authorized to perform: sts:SetSourceIdentity on resource: {Second}"),
            (refusal.Status, refusal.Code, refusal.Message));
    }
}

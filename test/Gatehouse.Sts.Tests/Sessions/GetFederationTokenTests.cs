using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Contracts.Sts.Shapes;
using Gatehouse.Sts.Sessions;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Tests.Sessions;

public sealed class GetFederationTokenTests
{
    private const string ReadOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private readonly StsFixture sts = new();

    [Fact]
    public void Gives_a_federated_user_of_the_caller_AU_310_AU_321()
    {
        var answer = sts.Federate(new()
        {
            Name = "bo",
            Policy = StsFixture.AllowAll,
            PolicyArns = [new() { Arn = ReadOnly }],
            Tags = StsFixture.TagsOf([("Team", "red")]),
        });

        var session = sts.Open(answer.Credentials!);
        Assert.Equal(("111122223333:bo", "arn:aws:sts::111122223333:federated-user/bo"), (answer.FederatedUser!.FederatedUserId, answer.FederatedUser.Arn));
        Assert.Equal((SessionKind.FederatedUser, "AIDAANAANAANAANAANAAN", "bo"), (session.Kind, session.PrincipalId, session.SessionName));
        Assert.Equal(StsFixture.AllowAll, session.Policy);
        Assert.Equal([ReadOnly], session.PolicyArns);
        Assert.Equal([new SessionTag("Team", "red", false)], session.Tags);
        Assert.InRange(answer.PackedPolicySize!.Value, 1, 100);
        Assert.Equal(sts.SecretOf(answer.Credentials!), answer.Credentials!.SecretAccessKey);
    }

    [Fact]
    public void Says_no_packed_size_when_nothing_was_packed() => Assert.Null(sts.Federate(new() { Name = "bo" }).PackedPolicySize);

    [Theory]
    [InlineData(null, 43200)]
    [InlineData(129600, 129600)]
    public void Lasts_twelve_hours_unless_asked_otherwise_AU_301(int? asked, int seconds) => Assert.Equal(TimeSpan.FromSeconds(seconds), Lifetime(asked));

    [Theory]
    [InlineData(null, 3600)]
    [InlineData(43200, 3600)]
    [InlineData(900, 900)]
    public void Is_cut_to_an_hour_for_root_AU_301(int? asked, int seconds)
    {
        sts.ActAsRoot();

        Assert.Equal(TimeSpan.FromSeconds(seconds), Lifetime(asked));
        Assert.Equal("111122223333", sts.Open(sts.Federate(new() { Name = "bo" }).Credentials!).PrincipalId);
    }

    [Fact]
    public void Refuses_session_credentials_BI_129_AU_303()
    {
        sts.Become(StsFixture.Ask());

        var refusal = Assert.Throws<CommonException>(() => sts.Federate(new() { Name = "bo" }));

        Assert.Equal((403, "AccessDenied", "Cannot call GetFederationToken with session credentials"), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Refuses_a_policy_that_cannot_be_read()
    {
        var refusal = Assert.Throws<MalformedPolicyDocumentException>(() => sts.Federate(new() { Name = "bo", Policy = "{\"Statement\":" }));

        Assert.Equal((400, "MalformedPolicyDocument", "Syntax errors in policy."), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Is_checked_on_the_federated_user_with_the_tags_it_brings()
    {
        var needs = sts.Account.Needs<GetFederationToken, GetFederationTokenRequest>(
            "sts:GetFederationToken", new() { Name = "bo", Tags = StsFixture.TagsOf([("Team", "red")]) });

        Assert.Equal(
            [new Check("sts:GetFederationToken", new("arn:aws:sts::111122223333:federated-user/bo")), new("sts:TagSession", new("arn:aws:sts::111122223333:federated-user/bo"))],
            needs.Checks);
        Assert.Equal(["aws:RequestTag/Team", "aws:TagKeys"], needs.Keys.Select(key => key.Key));
    }

    private TimeSpan Lifetime(int? asked) => sts.Federate(new() { Name = "bo", DurationSeconds = asked }).Credentials!.Expiration!.Value - sts.Call.Now;
}

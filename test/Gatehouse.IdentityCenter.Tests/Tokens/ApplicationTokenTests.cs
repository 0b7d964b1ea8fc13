using Gatehouse.IdentityCenter.Tests.Applications;

namespace Gatehouse.IdentityCenter.Tests.Tokens;

/// <summary>What becomes of an application's tokens: the next ones, and those of other applications.</summary>
public sealed class ApplicationTokenTests
{
    private const string Refused = "400 invalid_grant";

    private readonly ApplicationTokenGivens given = new();

    [Fact]
    public void Refresh_tokens_rotate_and_one_that_comes_late_ends_all()
    {
        var first = given.Exchange().RefreshToken;
        var second = given.Refresh(first).RefreshToken;
        var third = given.Refresh(second).RefreshToken;
        Assert.NotEqual(first, second);

        // [AU-851]: an older one.
        Assert.Equal(Refused, ApplicationTokenGivens.Refusal(() => given.Refresh(first)));
        Assert.Equal(Refused, ApplicationTokenGivens.Refusal(() => given.Refresh(third)));
    }

    [Fact]
    public void A_refresh_token_is_its_application_s_alone()
    {
        var other = given.Make("other");

        Assert.Equal(Refused, ApplicationTokenGivens.Refusal(() => given.Refresh(given.Exchange().RefreshToken, other)));
        Assert.Equal(Refused, ApplicationTokenGivens.Refusal(() => given.Refresh(given.Exchange().AccessToken)));
    }

    [Fact]
    public void Who_was_disabled_or_unassigned_meanwhile_gets_no_more()
    {
        var token = given.Exchange().RefreshToken;
        var assignment = given.Center.Account.Account.ApplicationAssignments[0];
        given.Center.Account.Change(draft => draft.Remove(assignment));
        Assert.Equal("400 access_denied", ApplicationTokenGivens.Refusal(() => given.Refresh(token)));

        given.Center.Account.Change(draft =>
        {
            draft.Put(assignment);
            draft.Put(given.User with { Disabled = true });
        });
        Assert.Equal(Refused, ApplicationTokenGivens.Refusal(() => given.Refresh(token)));
    }

    [Fact]
    public void Nothing_lasts_longer_than_the_session()
    {
        var token = given.Exchange().RefreshToken;
        given.Center.Account.Clock.Advance(TimeSpan.FromHours(7.5));
        var next = given.Refresh(token);
        Assert.Equal(1800, next.ExpiresIn);

        given.Center.Account.Clock.Advance(TimeSpan.FromHours(0.5));
        Assert.Equal(Refused, ApplicationTokenGivens.Refusal(() => given.Refresh(next.RefreshToken)));
    }

    [Fact]
    public void A_token_is_exchanged_where_its_scope_names_the_other_application()
    {
        var other = given.Make("other");
        given.Center.Assign(other, given.UserId);
        given.Center.PutScope(given.Application, "other:read");
        Assert.Equal(Refused, ApplicationTokenGivens.Refusal(() => given.OfToken(given.Exchange().AccessToken, other)));

        given.Center.PutScope(given.Application, "other:read", other);

        var answer = given.OfToken(given.Exchange().AccessToken, other);
        Assert.Equal(3600, answer.ExpiresIn);
        Assert.DoesNotContain("other:read", answer.Scope!);
    }

    [Fact]
    public void What_was_not_given_to_another_application_of_the_instance_is_no_subject()
    {
        var other = given.Make("other");
        given.Center.Assign(other, given.UserId);
        given.Center.PutScope(given.Application, "all:read", CenterFixture.InstanceArn);
        var answer = given.Exchange();

        Assert.All(
            [answer.RefreshToken, answer.IdToken, answer.AwsAdditionalDetails!.IdentityContext, answer.AccessToken![..^4], "444455556666" + answer.AccessToken[12..], "x"],
            token => Assert.Equal(Refused, ApplicationTokenGivens.Refusal(() => given.OfToken(token, other))));
        Assert.Equal(Refused, ApplicationTokenGivens.Refusal(() => given.OfToken(answer.AccessToken, given.Application)));
        given.OfToken(answer.AccessToken, other);

        given.Change(application => application with { Disabled = true });
        Assert.Equal(Refused, ApplicationTokenGivens.Refusal(() => given.OfToken(answer.AccessToken, other)));

        given.Change(application => application with { Disabled = false });
        given.Center.Account.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Refused, ApplicationTokenGivens.Refusal(() => given.OfToken(answer.AccessToken, other)));
    }
}

using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Sts;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Tests.Sessions;

public sealed class IssuingTests
{
    private readonly StsFixture sts = new();

    // AU-331, AU-333
    [Fact]
    public async Task Beginning_a_session_writes_nothing_and_is_remembered_all_the_same()
    {
        var before = await VersionsAsync();

        var session = sts.Open(sts.Assume(StsFixture.Ask()).Credentials!);

        Assert.Equal(before, await VersionsAsync());
        var activity = sts.Account.Installation.Accounts.Loaded("111122223333")!.Activity;
        Assert.Equal((session.SessionId, "s1"), (activity.Sessions.Find(session.SessionId)!.Id, activity.Sessions.Find(session.SessionId)!.Name));
        await activity.FlushAsync(TestContext.Current.CancellationToken);
        Assert.Equal((before.Account, before.Activity + 1), await VersionsAsync());
    }

    // AU-9
    [Fact]
    public void Callers_are_known_to_policies_by_these_keys()
    {
        Assert.Equal(("User", "AIDAANAANAANAANAANAAN", "arn:aws:iam::111122223333:user/ana", "ana", null), Keys());
        sts.ActAsRoot();
        Assert.Equal(("Account", "111122223333", "arn:aws:iam::111122223333:root", null, null), Keys());
        sts.ActAsUser();
        sts.ActAs(sts.Federate(new() { Name = "bo" }).Credentials!);
        Assert.Equal(("FederatedUser", "111122223333:bo", "arn:aws:sts::111122223333:federated-user/bo", null, "2026-01-15T12:00:00Z"), Keys());
        sts.ActAsUser();
        sts.Become(StsFixture.Ask());
        Assert.Equal(("AssumedRole", "AROAAPPXXXXXXXXXXXXXX:s1", StsFixture.RoleArn, null, "2026-01-15T12:00:00Z"), Keys());
    }

    // AU-341
    [Fact]
    public void Errors_have_these_codes_and_statuses() => Assert.Equal(
        [
            (400, "ExpiredTokenException"), (400, "IDPCommunicationError"), (403, "IDPRejectedClaim"), (400, "InvalidIdentityToken"), (400, "InvalidAuthorizationMessageException"),
            (400, "MalformedPolicyDocument"), (400, "PackedPolicyTooLarge"), (403, "RegionDisabledException"), (400, "ExpiredTradeInTokenException"),
            (400, "JWTPayloadSizeExceededException"), (403, "OutboundWebIdentityFederationDisabledException"), (403, "SessionDurationEscalationException"),
        ],
        new ApiException[]
        {
            new ExpiredTokenException(""), new IDPCommunicationErrorException(""), new IDPRejectedClaimException(""), new InvalidIdentityTokenException(""),
            new InvalidAuthorizationMessageException(""), new MalformedPolicyDocumentException(""), new PackedPolicyTooLargeException(""), new RegionDisabledException(""),
            new ExpiredTradeInTokenException(""), new JWTPayloadSizeExceededException(""), new OutboundWebIdentityFederationDisabledException(""),
            new SessionDurationEscalationException(""),
        }.Select(error => (error.Status, error.Code)));

    private (string? Type, string? UserId, string? Arn, string? Name, string? Issued) Keys()
    {
        return (Of("aws:PrincipalType"), Of("aws:userid"), Of("aws:PrincipalArn"), Of("aws:username"), Of("aws:TokenIssueTime"));

        string? Of(string key) => sts.Account.Caller.Keys.All.Where(pair => pair.Key == key).Select(pair => pair.Value[0]).SingleOrDefault();
    }

    private async Task<(long Account, long Activity)> VersionsAsync() => (
        (await sts.Account.Store.LoadAsync("account/111122223333", default)).Version,
        (await sts.Account.Store.LoadAsync("activity/111122223333", default)).Version);
}

using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.LastAccess;

public sealed class GetServiceLastAccessedDetailsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Tells_actions_when_they_were_asked_for()
    {
        var alice = account.Allowing("Alice", "iam:Get*");
        account.Asks(alice, "iam:GetUser");

        var answer = account.Show(account.Report(alice.Arn(), "ACTION_LEVEL"));
        var actions = Assert.Single(answer.ServicesLastAccessed!).TrackedActionsLastAccessed!;

        Assert.Equal(("COMPLETED", "ACTION_LEVEL"), (answer.JobStatus, answer.JobType));
        Assert.Equal(account.Clock.GetUtcNow(), actions.Single(action => action.ActionName == "GetUser").LastAccessedTime);
        Assert.Null(actions.Single(action => action.ActionName == "GetRole").LastAccessedTime);
        Assert.DoesNotContain(actions, action => action.ActionName == "ListUsers");
        Assert.Null(Assert.Single(account.Show(account.Report(alice.Arn())).ServicesLastAccessed!).TrackedActionsLastAccessed);
    }

    [Fact]
    public void A_report_does_not_change_once_it_is_made()
    {
        var alice = account.Allowing("Alice", "iam:*");
        var job = account.Report(alice.Arn());
        account.Asks(alice, "iam:GetUser");

        Assert.Equal(0, Assert.Single(account.Show(job).ServicesLastAccessed!).TotalAuthenticatedEntities);
        Assert.Equal(1, Assert.Single(account.Show(account.Report(alice.Arn())).ServicesLastAccessed!).TotalAuthenticatedEntities);
    }

    [Fact]
    public void Looks_back_four_hundred_days()
    {
        var alice = account.Allowing("Alice", "iam:*");
        account.Asks(alice, "iam:GetUser");
        account.Clock.Advance(TimeSpan.FromDays(401));

        Assert.Null(Assert.Single(account.Show(account.Report(alice.Arn())).ServicesLastAccessed!).LastAuthenticated);
    }

    [Fact]
    public void Pages_over_services()
    {
        var job = account.Report(account.Allowing("Alice", "*").Arn());

        var first = account.Show(job, maxItems: 2);
        var second = account.Show(job, maxItems: 2, first.Marker);

        Assert.True(first.IsTruncated);
        Assert.Equal(["a2c", "a4b", "access-analyzer", "account"], first.ServicesLastAccessed!.Concat(second.ServicesLastAccessed!).Select(service => service.ServiceNamespace));
    }

    [Fact]
    public void Knows_no_job_but_its_own_and_none_older_than_seven_days()
    {
        var job = account.Report(account.Allowing("Alice", "iam:*").Arn());
        account.RefusesMissing("Job with id 00000000-0000-4000-8000-000000000000 does not exist.", () => account.Show("00000000-0000-4000-8000-000000000000"));

        account.Clock.Advance(TimeSpan.FromDays(7));

        account.RefusesMissing($"Job with id {job} does not exist.", () => account.Show(job));
    }
}

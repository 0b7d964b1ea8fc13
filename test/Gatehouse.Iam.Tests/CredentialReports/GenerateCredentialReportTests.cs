using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.CredentialReports;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.CredentialReports;

public sealed class GenerateCredentialReportTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Starts_once_then_is_in_progress_then_complete_for_four_hours()
    {
        // AA-94
        var started = Call();
        Assert.Equal(("STARTED", "No report exists. Starting a new report generation task"), (started.State, started.Description));
        Assert.Equal(("INPROGRESS", null), (Call().State, Call().Description));

        Work();

        Assert.Equal("COMPLETE", Call().State);
        account.Clock.Advance(TimeSpan.FromHours(4) - TimeSpan.FromSeconds(1));
        Assert.Equal("COMPLETE", Call().State);
        account.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("STARTED", Call().State);
    }

    [Fact]
    public void What_a_stopped_process_left_is_made_by_the_next_that_is_asked()
    {
        account.Change(draft => draft.Put(new Gatehouse.Accounts.Entities.CredentialReport { Requested = draft.Now.AddDays(-1) }));

        Assert.Equal("INPROGRESS", Call().State);
        Work();

        Assert.Equal("COMPLETE", Call().State);
    }

    private GenerateCredentialReportResponse Call() =>
        account.Reach<GenerateCredentialReport, GenerateCredentialReportRequest, GenerateCredentialReportResponse>(new());

    private void Work() => new CredentialReporter(account.Installation).FinishWaitingAsync(default).AsTask().GetAwaiter().GetResult();
}

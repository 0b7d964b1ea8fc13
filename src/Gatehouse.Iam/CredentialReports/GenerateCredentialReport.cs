using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.CredentialReports;

/// <summary>Asks for a report on the credentials of all users. It is made afterwards, by <see cref="CredentialReporter"/>; asking again tells how far it is.</summary>
/// <remarks>Waits for the commit of the wish, so that the worker finds it.</remarks>
internal sealed class GenerateCredentialReport : IReach<GenerateCredentialReportRequest, GenerateCredentialReportResponse>
{
    public static bool Changes => true;

    public static Arn Target(GenerateCredentialReportRequest request, Call call) => Arn.Any;

    public static async ValueTask<GenerateCredentialReportResponse> HandleAsync(GenerateCredentialReportRequest request, Reach reach, CancellationToken cancel)
    {
        var answer = await reach.CommitAsync(Ask, cancel);
        if (answer.State != Shapes.ReportStateType.COMPLETE)
        {
            // Rung for every call: the process that was to make it may have stopped.
            reach.Call.Installation.Reports.Add(reach.Call.Account.Id);
        }

        return answer;
    }

    private static GenerateCredentialReportResponse Ask(Draft draft)
    {
        switch (draft.Account.CredentialReport)
        {
            case { Generated: { } made } when draft.Now - made < CredentialReporter.Fresh:
                return new() { State = Shapes.ReportStateType.COMPLETE };
            case { Generated: null }:
                return new() { State = Shapes.ReportStateType.INPROGRESS };
            default:
                draft.Put(new Accounts.Entities.CredentialReport { Requested = draft.Now });
                return new()
                {
                    State = Shapes.ReportStateType.STARTED,
                    Description = "No report exists. Starting a new report generation task",
                };
        }
    }
}

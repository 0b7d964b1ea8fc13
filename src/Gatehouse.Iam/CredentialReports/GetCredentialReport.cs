using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.CredentialReports;

/// <summary>Hands out the newest report on the credentials of all users, for four hours after it was made [AA-94].</summary>
internal sealed class GetCredentialReport : IRead<GetCredentialReportRequest, GetCredentialReportResponse>
{
    public static Arn Target(GetCredentialReportRequest request, Call call) => Arn.Any;

    public static GetCredentialReportResponse Handle(GetCredentialReportRequest request, Call call)
    {
        var report = call.Account.CredentialReport
            ?? throw new CredentialReportNotPresentException("No report present. Use GenerateCredentialReport to generate one.");
        if (report is not { Generated: { } made, Content: { } content })
        {
            throw new CredentialReportNotReadyException("Report generation is in progress.");
        }

        if (call.Now - made >= CredentialReporter.Fresh)
        {
            throw new CredentialReportExpiredException("Report has expired. Use GenerateCredentialReport to generate a new one.");
        }

        return new()
        {
            Content = CredentialTable.Unpack(content),
            ReportFormat = Contracts.Iam.Shapes.ReportFormatType.Text_csv,
            GeneratedTime = made,
        };
    }
}

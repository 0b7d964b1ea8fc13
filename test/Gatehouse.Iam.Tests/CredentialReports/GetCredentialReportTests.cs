using System.Text;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccessKeys;
using Gatehouse.Iam.CredentialReports;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.CredentialReports;

public sealed class GetCredentialReportTests
{
    private readonly AccountFixture account = new();

    private const string Header =
        "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,mfa_active,"
        + "access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,access_key_1_last_used_region,access_key_1_last_used_service,"
        + "access_key_2_active,access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,access_key_2_last_used_service,"
        + "cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated";

    [Fact]
    public void Has_a_line_for_root_and_one_for_each_user_in_the_order_of_names()
    {
        // AA-95
        account.AddUser("bob", "/team/");
        account.AddUser("Alice");
        var key = account.Write<CreateAccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse>(new() { UserName = "bob" }).AccessKey!.AccessKeyId;
        account.Installation.Accounts.Loaded(AccountFixture.Id)!.Activity.OfKey(key).Touch("sts", "eu-west-1", account.Clock.GetUtcNow().AddHours(1));
        var report = Make();

        var lines = Encoding.UTF8.GetString(report.Content!).Split('\n');

        Assert.Equal(
            [
                Header,
                "<root_account>,arn:aws:iam::111122223333:root,2026-01-15T12:00:00Z,not_supported,N/A,not_supported,not_supported,false,"
                    + "false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A",
                "Alice,arn:aws:iam::111122223333:user/Alice,2026-01-15T12:00:00Z,false,N/A,N/A,N/A,false,"
                    + "false,N/A,N/A,N/A,N/A,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A",
                "bob,arn:aws:iam::111122223333:user/team/bob,2026-01-15T12:00:00Z,false,N/A,N/A,N/A,false,"
                    + "true,2026-01-15T12:00:00Z,2026-01-15T13:00:00Z,eu-west-1,sts,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A",
            ],
            lines);
        Assert.Equal(("text/csv", account.Clock.GetUtcNow()), (report.ReportFormat, report.GeneratedTime));
    }

    [Theory]
    [InlineData(1, "false")]
    [InlineData(3, "true")]
    public void A_key_that_is_older_than_the_operator_allows_is_not_active(int days, string active) // [AU-208]
    {
        var old = new AccountFixture(keys: new() { MaxAge = TimeSpan.FromDays(days) });
        old.Write<CreateAccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse>(new());
        old.Clock.Advance(TimeSpan.FromDays(2));
        var line = CredentialTable.Write(old.Account, old.Installation.Accounts.Loaded(AccountFixture.Id)!.Activity, key => old.Installation.Keys.StatusOf(key, old.Clock.GetUtcNow())).Split('\n')[1];

        Assert.Contains($",{active},2026-01-15T12:00:00Z,N/A,N/A,N/A,", line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_with_a_comma_is_quoted()
    {
        account.AddUser("a,b");

        Assert.Contains("\n\"a,b\",\"arn:aws:iam::111122223333:user/a,b\",", Encoding.UTF8.GetString(Make().Content!), StringComparison.Ordinal);
    }

    [Fact]
    public void Its_bytes_do_not_change_once_it_is_made()
    {
        // AA-96
        var before = Make().Content!;
        account.AddUser("Alice");
        account.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(before, Call().Content!);
        Assert.Equal(before, CredentialTable.Unpack(account.Reload().CredentialReport!.Content!));
    }

    [Fact]
    public void Says_whether_there_is_none_or_it_is_being_made_or_it_is_too_old()
    {
        account.Refuses<CredentialReportNotPresentException>(410, "ReportNotPresent", "No report present. Use GenerateCredentialReport to generate one.", Call);

        account.Reach<GenerateCredentialReport, GenerateCredentialReportRequest, GenerateCredentialReportResponse>(new());
        account.Refuses<CredentialReportNotReadyException>(404, "ReportInProgress", "Report generation is in progress.", Call);

        Make();
        account.Clock.Advance(TimeSpan.FromHours(4));
        account.Refuses<CredentialReportExpiredException>(
            410, "ReportExpired", "Report has expired. Use GenerateCredentialReport to generate a new one.", Call);
    }

    private GetCredentialReportResponse Make()
    {
        account.Reach<GenerateCredentialReport, GenerateCredentialReportRequest, GenerateCredentialReportResponse>(new());
        new CredentialReporter(account.Installation).FinishWaitingAsync(default).AsTask().GetAwaiter().GetResult();
        return Call();
    }

    private GetCredentialReportResponse Call() => account.Read<GetCredentialReport, GetCredentialReportRequest, GetCredentialReportResponse>(new());
}

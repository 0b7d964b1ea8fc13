using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.LastAccess;
using Gatehouse.Iam.Tests.RootAccess;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.LastAccess;

public sealed class GetOrganizationsAccessReportTests
{
    private readonly AccountFixture account = new();

    [Theory]
    [InlineData(null, "a2c")]
    [InlineData("SERVICE_NAMESPACE_ASCENDING", "a2c")]
    [InlineData("SERVICE_NAMESPACE_DESCENDING", "xray")]
    [InlineData("LAST_AUTHENTICATED_TIME_DESCENDING", "sts")]
    public void Shows_services_in_the_order_asked_for(string? order, string first)
    {
        account.Organize();
        var alice = account.AddUser("Alice");
        account.Asks(alice, "iam:GetUser");
        account.Clock.Advance(TimeSpan.FromHours(1));
        account.Asks(alice, "sts:GetCallerIdentity");

        var answer = Show(Generate(GenerateOrganizationsAccessReportTests.Root), order);

        Assert.Equal(first, answer.AccessDetails![0].ServiceNamespace);
        Assert.Equal(("COMPLETED", 456, 454, true), (answer.JobStatus, answer.NumberOfServicesAccessible, answer.NumberOfServicesNotAccessed, answer.IsTruncated));
    }

    [Fact]
    public void Says_why_there_is_no_report()
    {
        account.Organize();

        var answer = Show(Generate("o-aaaaaaaaaa/r-bbbb"), null);

        Assert.Equal(("FAILED", "The entity path o-aaaaaaaaaa/r-bbbb does not exist in the organization."), (answer.JobStatus, answer.ErrorDetails!.Message));
    }

    [Fact]
    public void Knows_no_job_that_is_not_there() => account.RefusesMissing(
        "Job with id 00000000-0000-4000-8000-000000000000 does not exist.", () => Show("00000000-0000-4000-8000-000000000000", null));

    private string Generate(string path) =>
        account.Reach<GenerateOrganizationsAccessReport, GenerateOrganizationsAccessReportRequest, GenerateOrganizationsAccessReportResponse>(new() { EntityPath = path }).JobId!;

    private GetOrganizationsAccessReportResponse Show(string job, string? order) =>
        account.Read<GetOrganizationsAccessReport, GetOrganizationsAccessReportRequest, GetOrganizationsAccessReportResponse>(new() { JobId = job, SortKey = order });
}

using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.LastAccess;
using Gatehouse.Iam.Tests.RootAccess;
using Gatehouse.Testing;
using Gatehouse.Wire;

namespace Gatehouse.Iam.Tests.LastAccess;

public sealed class GenerateOrganizationsAccessReportTests
{
    internal const string Root = "o-aaaaaaaaaa/r-aaaa";

    private readonly AccountFixture account = new();

    [Fact]
    public void Reports_who_used_what_under_the_path()
    {
        account.Organize();
        account.Asks(account.AddUser("Alice"), "iam:GetUser");
        account.Asks(account.AddUser("Bob"), "iam:ListUsers");

        var report = Report(Root);
        var iam = report.Services.Single(service => service.Namespace == "iam");

        Assert.Equal((456, 2, $"{Root}/111122223333"), (report.Services.Length, iam.Total, iam.Uses.Single().Entity));
        Assert.Equal(2, Report($"{Root}/111122223333").Services.Single(service => service.Namespace == "iam").Total);
    }

    [Fact]
    public void Lists_what_a_control_policy_leaves()
    {
        account.Organize();
        account.Change(draft => draft.Put(new OrganizationPolicy
        {
            Id = "p-aaaaaaaa", Name = "few", Type = "SERVICE_CONTROL_POLICY", Document = Uses.Document("s3:*"), Targets = ["r-aaaa"],
        }));
        account.Change(draft => draft.Put(draft.Account.Organization! with { PolicyTypes = ["SERVICE_CONTROL_POLICY"] }));

        Assert.Equal(["s3"], Report(Root).Services.Select(service => service.Namespace));
        Assert.Equal(["s3"], Report(Root, "p-aaaaaaaa").Services.Select(service => service.Namespace));
        Assert.Equal(456, Report($"{Root}/111122223333").Services.Length);
    }

    [Theory]
    [InlineData("o-aaaaaaaaaa/r-bbbb", null)]
    [InlineData("o-bbbbbbbbbb/r-aaaa", null)]
    [InlineData("o-aaaaaaaaaa/r-aaaa/999999999999", null)]
    [InlineData("o-aaaaaaaaaa/r-aaaa", "p-zzzzzzzz")]
    public void What_does_not_exist_fails_the_job(string path, string? policy)
    {
        account.Organize();

        Assert.NotNull(Report(path, policy).Failure);
    }

    [Fact]
    public void Is_for_the_management_account_alone() => account.Refuses<CommonException>(
        403, "AccessDenied", "You don't have permissions to access this resource.", () => Report(Root));

    [Fact]
    public void Is_checked_on_the_path() => Assert.Equal(
        ["iam:GenerateOrganizationsAccessReport arn:aws:iam::111122223333:access-report/o-aaaaaaaaaa/r-aaaa"],
        account.Needs<GenerateOrganizationsAccessReport, GenerateOrganizationsAccessReportRequest>("iam:GenerateOrganizationsAccessReport", new() { EntityPath = Root }).Lines());

    private Accounts.AccessReport Report(string path, string? policy = null) => account.Activity().FindReport(
        account.Reach<GenerateOrganizationsAccessReport, GenerateOrganizationsAccessReportRequest, GenerateOrganizationsAccessReportResponse>(
            new() { EntityPath = path, OrganizationsPolicyId = policy }).JobId!,
        account.Clock.GetUtcNow())!;
}

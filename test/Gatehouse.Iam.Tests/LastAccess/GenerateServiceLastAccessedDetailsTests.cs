using Gatehouse.Contracts.Iam;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.LastAccess;

public sealed class GenerateServiceLastAccessedDetailsTests
{
    private readonly AccountFixture account = new();

    [Theory]
    [InlineData("s3:Get*", "s3")]
    [InlineData("iam:ListUsers", "iam")]
    [InlineData("nosuch:*", "")]
    public void Lists_the_services_that_the_policies_grant(string action, string services) =>
        Assert.Equal(services, Services(account.Allowing("Alice", action).Arn()));

    [Fact]
    public void Lists_every_service_for_those_who_may_do_everything()
    {
        var services = account.Show(account.Report(account.Allowing("Alice", "*").Arn()), maxItems: 1000).ServicesLastAccessed!;

        Assert.Equal(456, services.Count);
        Assert.Contains(services, service => service is { ServiceNamespace: "iam", ServiceName: "AWS Identity and Access Management (IAM)", TotalAuthenticatedEntities: 0, LastAuthenticated: null });
    }

    [Fact]
    public void A_group_is_reported_by_its_members_and_a_policy_by_all_who_hold_it()
    {
        var policy = account.AddPolicy("read");
        account.AddUser("Alice");
        var staff = account.AddGroup("staff", members: "Alice");
        account.Change(draft => draft.Put(staff with { AttachedPolicies = [policy] }));
        account.Put(account.AddRole("app") with { AttachedPolicies = [policy] });
        account.Asks(account.Account.Users.Find("Alice")!, "s3:GetObject");

        foreach (var arn in (string[])[staff.Arn(), policy])
        {
            var service = Assert.Single(account.Show(account.Report(arn)).ServicesLastAccessed!);
            Assert.Equal(("s3", "arn:aws:iam::111122223333:user/Alice", 1), (service.ServiceNamespace, service.LastAuthenticatedEntity, service.TotalAuthenticatedEntities));
        }
    }

    [Fact]
    public void A_denial_takes_nothing_away()
    {
        var alice = account.AddUser("Alice");
        var deny = Uses.Document("*").Replace("Allow", "Deny", StringComparison.Ordinal);
        account.Put(alice with { InlinePolicies = [new("p", Uses.Document("s3:*")), new("q", deny)] });

        Assert.Equal("s3", Services(alice.Arn()));
    }

    [Fact]
    public async Task A_report_survives_a_restart()
    {
        var alice = account.Allowing("Alice", "iam:*");
        account.Asks(alice, "iam:GetUser");
        var job = account.Report(alice.Arn());
        await account.Activity().FlushAsync(CancellationToken.None);

        var again = (await new Accounts.AccountDirectory(account.Store, account.Installation.Secrets).FindAsync(AccountFixture.Id, CancellationToken.None))!.Activity;

        Assert.Equal("iam", Assert.Single(again.FindReport(job, account.Clock.GetUtcNow())!.Services).Namespace);
        Assert.Equal("iam:GetUser", Assert.Single(again.OfPrincipal(alice.Id)!.All).Action);
    }

    [Fact]
    public void Knows_nobody_who_is_not_there()
    {
        account.RefusesMissing("The user with name none cannot be found.", () => account.Report("arn:aws:iam::111122223333:user/none"));
        account.RefusesMissing("Policy arn:aws:iam::111122223333:policy/none was not found.", () => account.Report("arn:aws:iam::111122223333:policy/none"));
    }

    [Fact]
    public void Refuses_the_ARN_of_something_else() => account.Refuses<InvalidInputException>(
        400,
        "InvalidInput",
        "Invalid Entity Arn: arn:aws:iam::111122223333:root does not clearly define entity type and name.",
        () => account.Report("arn:aws:iam::111122223333:root"));

    private string Services(string arn) => string.Join(' ', account.Show(account.Report(arn)).ServicesLastAccessed!.Select(service => service.ServiceNamespace));
}

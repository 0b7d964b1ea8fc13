using System.Text;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Storage;
using Gatehouse.Organizations.Members;

namespace Gatehouse.Organizations.Tests.Members;

public sealed class AccountCreatorTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Makes_an_account_of_the_organization()
    {
        var asked = org.Ask("dev", tags: [new() { Key = "Team", Value = "red" }]);
        org.Account.Clock.Advance(TimeSpan.FromSeconds(2));
        org.Work();

        var status = org.Status(asked.Id!);
        Assert.Equal(("SUCCEEDED", org.Account.Clock.GetUtcNow(), null), (status.State, status.CompletedTimestamp, status.FailureReason));
        var account = org.Account.Find(status.AccountId!)!;
        Assert.Equal(("dev", "dev@example.com"), (account.Profile.Name, account.Profile.Email));
        Assert.Equal(new(org.Organization.Id, OrganizationFixture.Management), account.Profile.Membership);
        var member = org.Account.Account.Members.Find(status.AccountId)!;
        Assert.Equal(("dev", "CREATED", org.RootId), (member.Name, member.JoinedMethod, member.ParentId));
        Assert.Equal([new Tag("Team", "red")], member.Tags);
        Assert.Empty(org.Account.Installation.Names.Of("creation"));
        Assert.Equal(status.AccountId, org.Account.Installation.Names.OwnerOf("email", "dev@example.com"));
    }

    [Theory]
    [InlineData(null, "OrganizationAccountAccessRole")]
    [InlineData("Admin", "Admin")]
    public void Gives_the_management_account_a_way_in(string? asked, string name)
    {
        var role = Assert.Single(org.Account.Find(org.Make(role: asked))!.Roles);

        Assert.Equal((name, "/"), (role.Name, role.Path));
        Assert.Equal(["arn:aws:iam::aws:policy/AdministratorAccess"], role.AttachedPolicies);
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:root"},"Action":"sts:AssumeRole"}]}""",
            role.TrustPolicy);
    }

    [Theory]
    [InlineData("DEV@example.com")]
    [InlineData("111122223333@EXAMPLE.com")]
    public void Fails_when_the_address_is_another_account_s_in_any_case(string email)
    {
        org.Make("dev");

        var asked = org.Ask("second", email);
        org.Work();

        var status = org.Status(asked.Id!);
        Assert.Equal(("FAILED", "EMAIL_ALREADY_EXISTS", null), (status.State, status.FailureReason, status.AccountId));
        Assert.NotNull(status.CompletedTimestamp);
        Assert.Equal(2, org.Account.Account.Members.Count);
        Assert.Empty(org.Account.Installation.Names.Of("creation"));
    }

    [Fact]
    public void Gives_the_default_policies_of_the_types_that_are_on()
    {
        org.Enable();
        org.Enable(OrganizationFixture.ResourceControl);

        var account = org.Make();

        Assert.Equal(["FullAWSAccess"], org.On(account));
        Assert.Equal(["RCPFullAWSAccess"], org.On(account, OrganizationFixture.ResourceControl));
    }

    [Fact]
    public void Leaves_the_event_of_a_service_beside_the_end()
    {
        var account = org.Make();

        var happened = org.Account.Store.HistoryAsync("account/111122223333", long.MaxValue, default).ToBlockingEnumerable()
            .SelectMany(commit => commit.Rows).Where(row => row.Kind == RowKind.Note).Select(row => AuditEvent.Read(row.Value.Span)).Single();

        Assert.Equal(("CreateAccountResult", "AwsServiceEvent", "organizations.amazonaws.com"), (happened.Name, happened.EventType, happened.Identity.InvokedBy));
        Assert.Contains($"\"accountId\":\"{account}\"", Encoding.UTF8.GetString(happened.ServiceDetails.Span), StringComparison.Ordinal);
        Assert.DoesNotContain("dev@example.com", Encoding.UTF8.GetString(happened.ToJson()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_on_wherever_an_earlier_worker_stopped()
    {
        var cancel = TestContext.Current.CancellationToken;

        // Stopped after the address was claimed.
        var claimed = org.Ask("claimed");
        await org.Account.Installation.Names.ClaimAsync("email", "claimed@example.com", NumberOf(claimed.Id!), cancel);

        // Stopped after the account was made, before the organization knew.
        var made = org.Ask("made");
        var creation = org.Account.Account.Creations.Find(made.Id)!;
        await org.Account.Installation.Names.ClaimAsync("email", "made@example.com", creation.AccountId, cancel);
        await org.Account.Installation.Accounts.CreateAsync(
            creation.AccountId,
            org.Account.Call,
            draft => draft.Put(new AccountProfile
            {
                Id = creation.AccountId,
                Name = "made",
                Email = "made@example.com",
                Created = creation.Requested,
                Membership = new(org.Organization.Id, OrganizationFixture.Management),
            }),
            cancel);

        // Stopped after everything but the note.
        var ended = org.Ask("ended");
        await org.Creator.FinishAsync(OrganizationFixture.Management, ended.Id!, cancel);
        await org.Account.Installation.Names.ClaimAsync("creation", ended.Id!, OrganizationFixture.Management, cancel);

        var next = new AccountCreator(org.Account.Installation);
        next.Resume();
        await next.FinishWaitingAsync(cancel);

        Assert.All([claimed, made, ended], asked => Assert.Equal("SUCCEEDED", org.Status(asked.Id!).State));
        Assert.Equal(4, org.Account.Account.Members.Count);
        Assert.Empty(org.Account.Installation.Names.Of("creation"));
    }

    [Fact]
    public async Task Does_nothing_a_second_time()
    {
        var cancel = TestContext.Current.CancellationToken;
        var asked = org.Ask();
        await org.Creator.FinishAsync(OrganizationFixture.Management, asked.Id!, cancel);
        var version = org.Account.Account.Version;

        await org.Creator.FinishAsync(OrganizationFixture.Management, asked.Id!, cancel);

        Assert.Equal(version, org.Account.Account.Version);
    }

    [Fact]
    public async Task Passes_over_a_note_whose_request_never_came()
    {
        var cancel = TestContext.Current.CancellationToken;
        await org.Account.Installation.Names.ClaimAsync("creation", "car-none", OrganizationFixture.Management, cancel);

        org.Creator.Resume();
        await org.Creator.FinishWaitingAsync(cancel);

        Assert.Single(org.Account.Account.Members);
    }

    [Fact]
    public async Task Fails_when_the_number_it_drew_is_another_account_s()
    {
        var asked = org.Ask();
        org.Account.Found(NumberOf(asked.Id!));

        await org.Creator.FinishAsync(OrganizationFixture.Management, asked.Id!, TestContext.Current.CancellationToken);

        Assert.Equal(("FAILED", "INTERNAL_FAILURE"), (org.Status(asked.Id!).State, org.Status(asked.Id!).FailureReason));
        Assert.Null(org.Account.Installation.Names.OwnerOf("email", "dev@example.com"));
    }

    [Fact]
    public async Task Runs_until_it_is_stopped()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var running = org.Creator.RunAsync((_, wrong) => Assert.Fail(wrong.ToString()), stop.Token);
        var asked = org.Ask();
        while (org.Status(asked.Id!).State == "IN_PROGRESS")
        {
            await Task.Yield();
        }

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal("SUCCEEDED", org.Status(asked.Id!).State);
    }

    private string NumberOf(string creation) => org.Account.Account.Creations.Find(creation)!.AccountId;
}

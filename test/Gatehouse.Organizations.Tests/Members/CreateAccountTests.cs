using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Members;

namespace Gatehouse.Organizations.Tests.Members;

public sealed class CreateAccountTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Answers_a_status_to_poll_and_no_account_yet()
    {
        var asked = org.Ask("dev");

        Assert.Matches("^car-[a-z0-9]{32}$", asked.Id);
        Assert.Equal(("dev", "IN_PROGRESS", null, null, null), (asked.AccountName, asked.State, asked.AccountId, asked.CompletedTimestamp, asked.FailureReason));
        Assert.Equal(org.Account.Clock.GetUtcNow(), asked.RequestedTimestamp);
        Assert.Equal("IN_PROGRESS", org.Status(asked.Id!).State);
        Assert.Single(org.Account.Account.Members);
    }

    [Fact]
    public void Notes_the_request_for_a_worker_that_starts()
    {
        var asked = org.Ask();

        Assert.Equal([(asked.Id!, OrganizationFixture.Management)], org.Account.Installation.Names.Of("creation"));
    }

    [Fact]
    public void Refuses_an_account_that_governs_none_and_notes_nothing()
    {
        var alone = new OrganizationFixture(organized: false);

        Assert.Throws<AWSOrganizationsNotInUseException>(() => alone.Ask());
        Assert.Empty(alone.Account.Installation.Names.Of("creation"));
    }

    [Fact]
    public void Bounds_what_is_under_way()
    {
        Fill(Quotas.AccountsUnderWay, _ => null);

        Assert.Throws<TooManyRequestsException>(() => org.Ask());
    }

    [Fact]
    public void Bounds_the_accounts_of_an_organization()
    {
        org.Account.Change(draft =>
        {
            for (var number = 1; number < Quotas.Accounts; number++)
            {
                draft.Put(new MemberAccount
                {
                    Id = (200_000_000_000 + number).ToString(System.Globalization.CultureInfo.InvariantCulture),
                    Name = "x",
                    Email = $"{number}@x.example",
                    ParentId = org.RootId,
                    JoinedMethod = "CREATED",
                    Joined = draft.Now,
                });
            }
        });

        var refusal = Assert.Throws<ConstraintViolationException>(() => org.Ask());

        Assert.Equal("ACCOUNT_NUMBER_LIMIT_EXCEEDED", refusal.Reason);
    }

    [Fact]
    public void Forgets_requests_that_ended_ninety_days_ago()
    {
        Fill(3, now => now);
        org.Account.Clock.Advance(TimeSpan.FromDays(91));

        var asked = org.Ask();

        Assert.Equal([asked.Id], org.Account.Account.Creations.Select(creation => creation.Id));
    }

    [Fact]
    public void Needs_the_right_to_tag_when_it_brings_tags()
    {
        var plain = org.Needs<CreateAccount, CreateAccountRequest>("CreateAccount", new() { AccountName = "dev", Email = "dev@example.com" });
        var tagged = org.Needs<CreateAccount, CreateAccountRequest>(
            "CreateAccount", new() { AccountName = "dev", Email = "dev@example.com", Tags = [new() { Key = "Team", Value = "red" }] });

        Assert.Equal(["*"], plain.Checks.Select(check => check.Resource.Text));
        Assert.Equal(["organizations:CreateAccount", "organizations:TagResource"], tagged.Checks.Select(check => check.Action));
        Assert.Equal(["aws:RequestTag/Team", "aws:TagKeys"], tagged.Keys.Select(key => key.Key));
    }

    private void Fill(int count, Func<DateTimeOffset, DateTimeOffset?> completed) => org.Account.Change(draft =>
    {
        for (var number = 0; number < count; number++)
        {
            draft.Put(new AccountCreation
            {
                Id = $"car-{number:d32}",
                AccountId = $"{300_000_000_000 + number}",
                Name = "x",
                Email = $"{number}@x.example",
                RoleName = "r",
                Requested = draft.Now,
                Completed = completed(draft.Now),
            });
        }
    });
}

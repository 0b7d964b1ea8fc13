using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Storage;
using Gatehouse.CloudTrail.Events;
using Gatehouse.Contracts.CloudTrail;
using Gatehouse.Contracts.CloudTrail.Shapes;
using Gatehouse.Testing;
using Gatehouse.Wire;

namespace Gatehouse.CloudTrail.Tests.Events;

public sealed class LookupEventsTests
{
    private readonly AccountFixture account = new();
    private int count;

    [Fact]
    public void Shows_an_event_as_it_was_kept()
    {
        var kept = Event("CreateUser", readOnly: false) with
        {
            Resources = [new("AWS::IAM::User", "arn:aws:iam::111122223333:user/team/bo", "111122223333")],
            RequestParameters = """{"userName":"bo"}"""u8.ToArray(),
        };
        Changed(kept);

        var shown = Assert.Single(Look(new()).Events!);

        Assert.Equal(
            (kept.EventId, "CreateUser", "false", "AKIAANAANAANAANAANAA", "iam.amazonaws.com", "ana"),
            (shown.EventId, shown.EventName, shown.ReadOnly, shown.AccessKeyId, shown.EventSource, shown.Username));
        Assert.Equal(account.Clock.GetUtcNow(), shown.EventTime);
        Assert.Equal([("AWS::IAM::User", "bo")], shown.Resources!.Select(resource => (resource.ResourceType, resource.ResourceName)));
        Assert.Equal(Encoding.UTF8.GetString(kept.ToJson()), shown.CloudTrailEvent);
    }

    [Fact]
    public void Shows_nothing_of_an_account_without_events() => Assert.Empty(Names(Look(new())));

    [Fact]
    public void Merges_changes_and_everything_else_newest_first()
    {
        Other("1", "2");
        Changed("3");
        Other("4");
        Changed("5");
        Changed("6");
        Other("7", "8", "9");

        Assert.Equal(["9", "8", "7", "6", "5", "4", "3", "2", "1"], Names(Look(new())));
    }

    [Fact]
    public void Within_a_second_shows_first_what_was_written_last()
    {
        var second = account.Clock.GetUtcNow();
        Changed(Event("1", readOnly: false));
        account.Clock.Advance(TimeSpan.FromMilliseconds(300));
        Other(Event("2", readOnly: true) with { Time = second });
        account.Clock.Advance(TimeSpan.FromMilliseconds(300));
        Changed(Event("3", readOnly: false) with { Time = second });

        Assert.Equal(["3", "2", "1"], Names(Look(new())));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void Pages_show_each_event_once_though_new_ones_come_in_between(int size)
    {
        Other("1", "2", "3");
        Changed("4");
        Changed("5");
        Other("6", "7");
        Changed("8");
        var shown = new List<string>();
        LookupEventsResponse page;
        string? token = null;
        do
        {
            page = Look(new() { MaxResults = size, NextToken = token });
            shown.AddRange(Names(page));
            token = page.NextToken;
            Changed("new");
            Other("new", "new");
        }
        while (token is not null);

        Assert.Equal(["8", "7", "6", "5", "4", "3", "2", "1"], shown);
    }

    [Fact]
    public void A_stream_that_was_empty_stays_empty_for_later_pages()
    {
        Changed("1");
        Changed("2");
        var first = Look(new() { MaxResults = 1 });
        Other("late");

        Assert.Equal(["1"], Names(Look(new() { MaxResults = 1, NextToken = first.NextToken })));
    }

    [Fact]
    public void A_page_holds_fifty_unless_asked_otherwise()
    {
        Other(Enumerable.Range(0, 60).Select(number => $"{number}").ToArray());

        var first = Look(new());

        Assert.Equal(50, first.Events!.Count);
        var last = Look(new() { NextToken = first.NextToken });
        Assert.Equal((10, null), (last.Events!.Count, last.NextToken));
    }

    [Theory]
    [InlineData(LookupAttributeKey.EventName, "DeleteUser", "b")]
    [InlineData(LookupAttributeKey.EventSource, "sts.amazonaws.com", "c")]
    [InlineData(LookupAttributeKey.EventId, "00000000-0000-4000-8000-00000000000b", "b")]
    [InlineData(LookupAttributeKey.ReadOnly, "true", "c")]
    [InlineData(LookupAttributeKey.ReadOnly, "false", "b,a")]
    [InlineData(LookupAttributeKey.Username, "deploy", "c")]
    [InlineData(LookupAttributeKey.Username, "ana", "b,a")]
    [InlineData(LookupAttributeKey.AccessKeyId, "ASIADEPLOYDEPLOYDEPL", "c")]
    [InlineData(LookupAttributeKey.ResourceType, "AWS::IAM::User", "b,a")]
    [InlineData(LookupAttributeKey.ResourceName, "bo", "a")]
    [InlineData(LookupAttributeKey.ResourceName, "arn:aws:iam::111122223333:user/cy", "b")]
    [InlineData(LookupAttributeKey.EventName, "deleteuser", "")]
    public void Finds_by_one_attribute(string key, string value, string found)
    {
        Changed(Event("CreateUser", false) with { RequestId = "a", Resources = [new("AWS::IAM::User", "arn:aws:iam::111122223333:user/bo", null)] });
        Changed(Event("DeleteUser", false) with
        {
            RequestId = "b",
            EventId = "00000000-0000-4000-8000-00000000000b",
            Resources = [new("AWS::IAM::User", "arn:aws:iam::111122223333:user/cy", null)],
        });
        Other(Event("GetCallerIdentity", true) with
        {
            RequestId = "c",
            Source = "sts.amazonaws.com",
            Identity = new() { Type = "AssumedRole", PrincipalId = "AROAX:deploy", AccessKeyId = "ASIADEPLOYDEPLOYDEPL" },
        });

        var shown = Look(new() { LookupAttributes = [new() { AttributeKey = key, AttributeValue = value }] }).Events!;

        Assert.Equal(found, string.Join(",", shown.Select(shown => AuditEvent.Read(Encoding.UTF8.GetBytes(shown.CloudTrailEvent!)).RequestId)));
    }

    [Fact]
    public void Looks_from_start_to_end_both_included()
    {
        var start = account.Clock.GetUtcNow();
        for (var minute = 0; minute < 20; minute++)
        {
            Changed(Event($"change{minute}", readOnly: false));
            Other(Event($"other{minute}", readOnly: true));
            account.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var shown = Names(Look(new() { StartTime = start.AddMinutes(3).AddMilliseconds(300), EndTime = start.AddMinutes(5) }));

        Assert.Equal(["change5", "other5", "change4", "other4", "change3", "other3"], shown);
        Assert.Equal(["change19", "other19"], Names(Look(new() { StartTime = start.AddMinutes(19) })));
        Assert.Equal(["change0", "other0"], Names(Look(new() { EndTime = start })));
        Assert.Empty(Names(Look(new() { StartTime = start.AddMinutes(19.5) })));
    }

    [Fact]
    public void The_work_of_a_page_is_bounded_whatever_the_filter_leaves_out()
    {
        Other("needle");
        for (var batch = 0; batch < 24; batch++)
        {
            Other(Enumerable.Repeat("hay", 500).ToArray());
        }

        var request = new LookupEventsRequest { LookupAttributes = [new() { AttributeKey = LookupAttributeKey.EventName, AttributeValue = "needle" }] };
        var pages = new List<LookupEventsResponse>();
        do
        {
            pages.Add(Look(new() { LookupAttributes = request.LookupAttributes, NextToken = pages.LastOrDefault()?.NextToken }));
        }
        while (pages[^1].NextToken is not null);

        Assert.Equal(3, pages.Count);
        Assert.Equal(["needle"], pages.SelectMany(Names));
    }

    [Fact]
    public void A_page_that_runs_out_of_work_amid_a_commit_goes_on_there()
    {
        Other(Enumerable.Range(0, TrailBudget.Most + 10).Select(number => number == 0 ? "needle" : "hay").ToArray());
        var wanted = new LookupEventsRequest { LookupAttributes = [new() { AttributeKey = LookupAttributeKey.EventName, AttributeValue = "needle" }] };

        var first = Look(wanted);
        Assert.Empty(first.Events!);

        var second = Look(new() { LookupAttributes = wanted.LookupAttributes, NextToken = first.NextToken });
        Assert.Equal((1, null), (second.Events!.Count, second.NextToken));
    }

    [Fact]
    public void There_are_no_insights()
    {
        Changed("1");

        Assert.Empty(Look(new() { EventCategory = "insight" }).Events!);
    }

    [Fact]
    public void Refuses_two_attributes()
    {
        var attribute = new LookupAttribute { AttributeKey = LookupAttributeKey.EventName, AttributeValue = "x" };

        var refusal = Assert.Throws<InvalidLookupAttributesException>(() => Look(new() { LookupAttributes = [attribute, attribute] }));

        Assert.Equal((400, "InvalidLookupAttributesException"), (refusal.Status, refusal.Code));
    }

    [Fact]
    public void Refuses_an_end_before_the_start()
    {
        var now = account.Clock.GetUtcNow();

        Assert.Throws<InvalidTimeRangeException>(() => Look(new() { StartTime = now, EndTime = now.AddSeconds(-1) }));
    }

    [Theory]
    [InlineData("")]
    [InlineData("MTox")]
    [InlineData("not a token")]
    [InlineData("MTotMTowOjA6MA")]
    public void Refuses_a_token_that_is_not_ours(string token) => Assert.Throws<InvalidNextTokenException>(() => Look(new() { NextToken = token }));

    [Fact]
    public void Is_checked_on_no_resource() => Assert.Equal("*", LookupEvents.Target(new(), account.Call).Text);

    private LookupEventsResponse Look(LookupEventsRequest request) =>
        account.Reach<LookupEvents, LookupEventsRequest, LookupEventsResponse>(request);

    private static IEnumerable<string> Names(LookupEventsResponse page) => page.Events!.Select(shown => shown.EventName!);

    private AuditEvent Event(string name, bool readOnly) => new()
    {
        EventId = $"00000000-0000-4000-8000-{count++:x12}",
        Account = AccountFixture.Id,
        Identity = new() { Type = "IAMUser", PrincipalId = "AIDAANA", UserName = "ana", AccessKeyId = "AKIAANAANAANAANAANAA" },
        Time = account.Clock.GetUtcNow(),
        Source = "iam.amazonaws.com",
        Name = name,
        Region = "us-east-1",
        RequestId = "r",
        ReadOnly = readOnly,
    };

    private void Changed(string name)
    {
        account.Clock.Advance(TimeSpan.FromSeconds(1));
        Changed(Event(name, readOnly: false));
    }

    // As the server commits a change: what the account became, and its event.
    private void Changed(AuditEvent happened) =>
        Append(Account.StreamOf(AccountFixture.Id), [Row.Put("spare", "x", "{}"u8.ToArray()), NoteOf(happened)]);

    private void Other(params string[] names)
    {
        account.Clock.Advance(TimeSpan.FromSeconds(1));
        Other(names.Select(name => Event(name, readOnly: true)).ToArray());
    }

    private void Other(params AuditEvent[] happened) => Append(AuditEvent.StreamOf(AccountFixture.Id), happened.Select(NoteOf).ToList());

    private static Row NoteOf(AuditEvent happened) => Row.Note(AuditEvent.Table, happened.EventId, happened.ToJson());

    private void Append(string stream, IReadOnlyList<Row> rows)
    {
        var version = account.Store.LoadAsync(stream, default).AsTask().GetAwaiter().GetResult().Version;
        Assert.True(account.Store.AppendAsync(stream, version, rows, default).AsTask().GetAwaiter().GetResult());
    }
}

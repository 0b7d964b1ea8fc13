using Gatehouse.Accounts.Sessions;
using Gatehouse.Accounts.Storage;
using Gatehouse.Testing;

namespace Gatehouse.Accounts.Tests.Sessions;

public sealed class LiveSessionsTests
{
    private readonly TestClock clock = new(new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));
    private readonly MemoryStore store;

    public LiveSessionsTests() => store = new(clock, StoreRules.DefaultRetention);

    [Fact]
    public async Task What_was_made_and_used_is_known_after_a_restart()
    {
        using var activity = await LoadAsync();
        var session = activity.Sessions.Of(Session("1"), "ASIAKEY", clock.GetUtcNow())!;
        await activity.FlushAsync(default);
        clock.Advance(TimeSpan.FromMinutes(2));
        session.Touch("iam", "us-east-1", clock.GetUtcNow());
        Assert.True(activity.IsSoiled);
        await activity.FlushAsync(default);
        Assert.False(activity.IsSoiled);

        using var again = await LoadAsync();

        var note = Assert.Single(again.Sessions.At(clock.GetUtcNow()));
        Assert.Equal(session.Note, note);
        Assert.Equal(("ASIAKEY", clock.GetUtcNow()), (note.AccessKeyId, note.Last!.Time));
    }

    [Fact]
    public async Task What_ended_leaves_memory_and_disk()
    {
        using var activity = await LoadAsync();
        activity.Sessions.Of(Session("1", minutes: 15), "ASIAKEY", clock.GetUtcNow());
        await activity.FlushAsync(default);
        clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Empty(activity.Sessions.At(clock.GetUtcNow()));

        activity.Sessions.Of(Session("2"), "ASIAKEY", clock.GetUtcNow());
        await activity.FlushAsync(default);

        Assert.Null(activity.Sessions.Find("1"));
        Assert.Equal(["2"], (await store.LoadAsync("activity/111122223333", default)).Rows.Select(row => row.Key));
    }

    [Fact]
    public async Task Uses_are_seen_to_the_minute_and_written_to_the_quarter_of_an_hour()
    {
        using var activity = await LoadAsync();
        var session = activity.Sessions.Of(Session("1"), "ASIAKEY", clock.GetUtcNow())!;
        session.Touch("iam", "us-east-1", clock.GetUtcNow());
        await activity.FlushAsync(default);

        var noted = session.Note;
        clock.Advance(TimeSpan.FromSeconds(59));
        session.Touch("sts", "us-east-1", clock.GetUtcNow());
        Assert.Same(noted, session.Note);

        clock.Advance(TimeSpan.FromSeconds(1));
        session.Touch("sts", "us-east-1", clock.GetUtcNow());
        Assert.Equal((clock.GetUtcNow(), "sts"), (session.Note.Last!.Time, session.Note.Last.Service));
        Assert.False(activity.IsSoiled);

        clock.Advance(TimeSpan.FromMinutes(14));
        session.Touch("sts", "us-east-1", clock.GetUtcNow());
        Assert.True(activity.IsSoiled);
    }

    [Fact]
    public async Task There_is_a_bound_and_it_is_told()
    {
        using var activity = await LoadAsync();
        for (var i = 0; i < LiveSessions.Most; i++)
        {
            Assert.NotNull(activity.Sessions.Of(Session(i.ToString(), minutes: 15), "ASIAKEY", clock.GetUtcNow()));
        }

        Assert.True(activity.Sessions.IsComplete(clock.GetUtcNow()));
        Assert.Null(activity.Sessions.Of(Session("more", minutes: 60), "ASIAKEY", clock.GetUtcNow()));
        Assert.False(activity.Sessions.IsComplete(clock.GetUtcNow()));

        // Room comes back when sessions end; the list is whole again when what was left out has ended too.
        clock.Advance(TimeSpan.FromMinutes(16));
        Assert.NotNull(activity.Sessions.Of(Session("new"), "ASIAKEY", clock.GetUtcNow()));
        Assert.False(activity.Sessions.IsComplete(clock.GetUtcNow()));
        clock.Advance(TimeSpan.FromMinutes(44));
        Assert.True(activity.Sessions.IsComplete(clock.GetUtcNow()));
    }

    [Fact]
    public async Task What_could_not_be_written_is_written_by_the_next()
    {
        var away = new AwayStore(store);
        using var activity = await Activity.LoadAsync(away, "111122223333", default);
        activity.Sessions.Of(Session("1"), "ASIAKEY", clock.GetUtcNow());
        away.Away = true;
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await activity.FlushAsync(default));

        away.Away = false;
        await activity.FlushAsync(default);

        Assert.Equal(["1"], (await store.LoadAsync("activity/111122223333", default)).Rows.Select(row => row.Key));
    }

    private async Task<Activity> LoadAsync() => await Activity.LoadAsync(store, "111122223333", default);

    private SessionContents Session(string id, int minutes = 60) => new()
    {
        Kind = SessionKind.AssumedRole,
        Account = "111122223333",
        PrincipalId = "AROAAPPAPPAPPAPPAPPAP",
        PrincipalArn = "arn:aws:iam::111122223333:role/app",
        SessionName = "s1",
        SessionId = id,
        Issued = clock.GetUtcNow(),
        Expires = clock.GetUtcNow().AddMinutes(minutes),
    };
}

using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts.Tests;

public sealed class ActivityTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);
    private readonly MemoryStore store = new(TimeProvider.System, StoreRules.DefaultRetention);

    [Fact]
    public async Task Noting_what_was_noted_before_allocates_nothing()
    {
        var activity = await LoadAsync();
        Note(activity, "iam:GetUser", Noon);
        Note(activity, "iam:GetRole", Noon);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Note(activity, "iam:GetUser", Noon);
            Note(activity, "iam:GetRole", Noon);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public async Task What_was_noted_is_written_once_and_read_again()
    {
        var activity = await LoadAsync();
        Note(activity, "iam:GetUser", Noon);
        Note(activity, "iam:GetUser", Noon.AddMinutes(14));
        Note(activity, "iam:GetUser", Noon.AddMinutes(16));
        activity.OfKey("AKIA").Touch("iam", "us-east-1", Noon);
        await activity.FlushAsync(CancellationToken.None);

        var again = await LoadAsync();

        Assert.False(activity.IsSoiled);
        Assert.Equal([("iam:GetUser", new LastUse(Noon.AddMinutes(16), "iam", "us-east-1"))], Assert.Single(again.Principals).All);
        Assert.Equal(Noon, again.OfKey("AKIA").Last!.Time);
    }

    [Fact]
    public async Task Reports_are_kept_for_seven_days_and_forgotten_by_the_next()
    {
        var activity = await LoadAsync();
        await activity.KeepAsync(Report("old", Noon), CancellationToken.None);
        await activity.KeepAsync(Report("new", Noon.AddDays(8)), CancellationToken.None);

        var again = await LoadAsync();

        Assert.Null(again.FindReport("old", Noon));
        Assert.NotNull(again.FindReport("new", Noon.AddDays(8)));
        Assert.Null(again.FindReport("new", Noon.AddDays(15)));
    }

    private static AccessReport Report(string id, DateTimeOffset created) => new() { Id = id, Subject = "x", Created = created };

    private static void Note(Activity activity, string action, DateTimeOffset now) => activity.Note(Caller.Anonymous, action, "iam", "us-east-1", now);

    private async Task<Activity> LoadAsync()
    {
        // The anonymous caller is shared: what it noted before belongs to another activity.
        Caller.Anonymous.Uses = null;
        return await Activity.LoadAsync(store, "111122223333", CancellationToken.None);
    }
}

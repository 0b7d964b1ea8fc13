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
    public async Task Key_that_is_used_here_and_there_by_turns_is_written_once_for_each_AU_209()
    {
        var activity = await LoadAsync();
        (string Service, string Region)[] places = [("iam", "us-east-1"), ("sts", "us-east-1"), ("sts", "eu-west-1")];
        List<int> written = [];
        for (var minute = 0; minute < 20; minute++)
        {
            var (service, region) = places[minute % 3];
            activity.OfKey("AKIA").Touch(service, region, Noon.AddMinutes(minute));
            if (activity.IsSoiled)
            {
                written.Add(minute);
                await activity.FlushAsync(CancellationToken.None);
            }
        }

        Assert.Equal([0, 1, 2, 15, 16, 17], written);
        Assert.Equal(new(Noon.AddMinutes(17), "sts", "eu-west-1"), activity.OfKey("AKIA").Last);
    }

    [Fact]
    public async Task Places_of_the_caller_s_choice_take_bounded_room()
    {
        var activity = await LoadAsync();
        for (var i = 0; i < 200; i++)
        {
            activity.OfKey("AKIA").Touch("sts", $"region-{i}", Noon);
        }

        await activity.FlushAsync(CancellationToken.None);
        activity.OfKey("AKIA").Touch("sts", "region-199", Noon);
        activity.OfKey("AKIA").Touch("sts", "region-140", Noon);
        Assert.False(activity.IsSoiled);
        activity.OfKey("AKIA").Touch("sts", "region-1", Noon);
        Assert.True(activity.IsSoiled);
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

using Gatehouse.Testing;

namespace Gatehouse.Workloads.Tests;

/// <summary>What is handed out while credentials cannot be made: what is good for a while, and never what has ended [AU-812].</summary>
public sealed class KeptCredentialsTests : IDisposable
{
    private const string Role = "arn:aws:iam::111122223333:role/web";

    private readonly TestClock clock = new(new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero));
    private readonly KeptCredentials kept = new();
    private Exception? trouble;
    private int begun;

    public void Dispose() => kept.Dispose();

    [Fact]
    public async Task Half_their_life_is_how_long_they_are_kept()
    {
        await FindAsync();
        clock.Advance(TimeSpan.FromMinutes(29));
        await FindAsync();
        Assert.Equal(1, begun);

        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("2", (await FindAsync()).AccessKeyId);
    }

    [Fact]
    public async Task While_nobody_can_be_asked_what_has_ten_minutes_left_is_handed_out_and_nothing_later()
    {
        await FindAsync();
        trouble = new WorkloadRefusal("nobody answers", away: true);
        clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal("1", (await FindAsync()).AccessKeyId);

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Same(trouble, await Assert.ThrowsAsync<WorkloadRefusal>(FindAsync));

        trouble = null;
        Assert.Equal("2", (await FindAsync()).AccessKeyId);
    }

    [Fact]
    public async Task Who_may_not_have_the_role_any_more_is_not_given_what_is_left_of_it()
    {
        await FindAsync();
        clock.Advance(TimeSpan.FromMinutes(30));
        trouble = new WorkloadRefusal("AccessDenied");
        await Assert.ThrowsAsync<WorkloadRefusal>(FindAsync);

        trouble = new WorkloadRefusal("nobody answers", away: true);
        await Assert.ThrowsAsync<WorkloadRefusal>(FindAsync);
    }

    [Fact]
    public async Task Another_role_s_are_not_handed_out()
    {
        await FindAsync();
        trouble = new WorkloadRefusal("nobody answers", away: true);

        await Assert.ThrowsAsync<WorkloadRefusal>(() => FindAsync(Role + "-2"));
    }

    [Fact]
    public async Task All_who_ask_at_once_share_one_session_and_whoever_leaves_does_not_end_it()
    {
        var wait = new TaskCompletionSource();
        using var impatient = new CancellationTokenSource();
        async ValueTask<WorkloadCredentials> BeginAsync(CancellationToken stop)
        {
            await wait.Task.WaitAsync(stop);
            return Make(Role);
        }

        var first = kept.FindAsync(Role, clock.GetUtcNow(), BeginAsync, impatient.Token).AsTask();
        var second = kept.FindAsync(Role, clock.GetUtcNow(), BeginAsync, CancellationToken.None).AsTask();
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        wait.SetResult();

        Assert.Equal("1", (await second).AccessKeyId);
        Assert.Equal(1, begun);
    }

    private Task<WorkloadCredentials> FindAsync() => FindAsync(Role);

    private Task<WorkloadCredentials> FindAsync(string role) =>
        kept.FindAsync(role, clock.GetUtcNow(), _ => trouble is null ? new(Make(role)) : ValueTask.FromException<WorkloadCredentials>(trouble), CancellationToken.None).AsTask();

    private WorkloadCredentials Make(string role) =>
        new(role, $"{Interlocked.Increment(ref begun)}", "secret", "token", clock.GetUtcNow(), clock.GetUtcNow() + TimeSpan.FromHours(1));
}

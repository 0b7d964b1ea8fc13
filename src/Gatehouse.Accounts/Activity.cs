using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts;

/// <summary>When the access keys and roles of an account were last used.</summary>
/// <remarks>
/// Gathered in memory and written every few seconds to a stream of its own, so that no request waits for it and no
/// account changes by it; a crash loses at most that interval. Thread-safe.
/// </remarks>
public sealed class Activity
{
    private const string Table = "use";
    private const int MostMarks = 100_000;

    private readonly IStore store;
    private readonly string stream;
    private readonly ConcurrentDictionary<string, UseMark> marks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<UseMark, bool> soiled = new();
    private long version;

    private Activity(IStore store, string account)
    {
        this.store = store;
        stream = "activity/" + account;
    }

    /// <summary>Whether something waits to be written.</summary>
    public bool IsSoiled => !soiled.IsEmpty;

    /// <summary>The mark of an access key.</summary>
    public UseMark OfKey(string accessKeyId) => Mark("key/" + accessKeyId);

    /// <summary>The mark of the password of a user, by the user's unique id, or of <see cref="Account.RootOwner"/>.</summary>
    public UseMark OfPassword(string owner) => Mark("password/" + owner);

    /// <summary>When a password was last used, by its owner as above; null when never. Looking makes no mark.</summary>
    public LastUse? PasswordUse(string owner) => marks.GetValueOrDefault("password/" + owner)?.Last;

    /// <summary>The mark of a role, by its unique id.</summary>
    public UseMark OfRole(string roleId) => Mark("role/" + roleId);

    /// <summary>Writes what waits. What a failed write leaves is written by the next.</summary>
    public async ValueTask FlushAsync(CancellationToken cancel)
    {
        var waiting = soiled.Keys.ToList();
        if (waiting.Count == 0)
        {
            return;
        }

        waiting.ForEach(mark => soiled.TryRemove(mark, out _));
        var rows = waiting
            .Select(mark => Row.Put(Table, mark.Key, JsonSerializer.SerializeToUtf8Bytes(mark.Last!, ActivityJson.Default.LastUse)))
            .ToList();
        try
        {
            while (!await store.AppendAsync(stream, version, rows, cancel))
            {
                version = (await store.LoadAsync(stream, cancel)).Version;
            }

            version++;
        }
        catch
        {
            waiting.ForEach(Soil);
            throw;
        }
    }

    internal static async ValueTask<Activity> LoadAsync(IStore store, string account, CancellationToken cancel)
    {
        var activity = new Activity(store, account);
        var stored = await store.LoadAsync(activity.stream, cancel);
        activity.version = stored.Version;
        foreach (var row in stored.Rows)
        {
            var last = JsonSerializer.Deserialize(row.Value.Span, ActivityJson.Default.LastUse);
            activity.marks[row.Key] = new(activity, row.Key, last);
        }

        return activity;
    }

    internal void Soil(UseMark mark) => soiled.TryAdd(mark, true);

    private UseMark Mark(string key)
    {
        if (marks.TryGetValue(key, out var mark))
        {
            return mark;
        }

        // Keys are those of real credentials only; the bound is a backstop, past which uses are noted but not found again.
        mark = new(this, key, null);
        return marks.Count < MostMarks ? marks.GetOrAdd(key, mark) : mark;
    }
}

/// <summary>How last uses are written. Names reach the disk.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(LastUse))]
internal sealed partial class ActivityJson : JsonSerializerContext;

using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts;

/// <summary>When the access keys and roles of an account were last used, what its principals last did, its sessions, and the reports made of it.</summary>
/// <remarks>
/// Gathered in memory and written every few seconds to a stream of its own, so that no request waits for it and no
/// account changes by it; a crash loses at most that interval. Reports alone are written when they are made. Thread-safe.
/// </remarks>
public sealed class Activity : IDisposable
{
    /// <summary>How far back AWS tells what was last accessed.</summary>
    public static readonly TimeSpan Tracked = TimeSpan.FromDays(400);

    private const string Table = "use";
    private const string Reports = "report";
    private const string SubjectTable = "subject";
    private const string Actions = "act/";
    private const int MostMarks = 100_000;
    private const int MostReports = 2_000;
    private const int MostSubjects = 10_000;

    private readonly IStore store;
    private readonly string stream;
    private readonly ConcurrentDictionary<string, UseMark> marks = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, PrincipalUses> principals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AccessReport> reports = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<UseMark, bool> soiled = new();
    private readonly ConcurrentDictionary<string, SubjectUse> subjects = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> soiledSubjects = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim writing = new(1, 1);
    private int actionMarks;
    private long version;

    private Activity(IStore store, string account)
    {
        this.store = store;
        stream = "activity/" + account;
    }

    /// <summary>Whether something waits to be written.</summary>
    public bool IsSoiled => !soiled.IsEmpty || Sessions.IsSoiled || !soiledSubjects.IsEmpty;

    /// <summary>The sessions that may be in use.</summary>
    public LiveSessions Sessions { get; } = new();

    /// <summary>The subjects of certificates that asked for sessions.</summary>
    public IEnumerable<SubjectUse> Subjects => subjects.Values;

    /// <summary>What each principal that was active did.</summary>
    public IEnumerable<PrincipalUses> Principals => principals.Values;

    /// <summary>The mark of an access key.</summary>
    public UseMark OfKey(string accessKeyId) => Mark("key/" + accessKeyId);

    /// <summary>The mark of the password of a user, by the user's unique id, or of <see cref="Account.RootOwner"/>.</summary>
    public UseMark OfPassword(string owner) => Mark("password/" + owner);

    /// <summary>When a password was last used, by its owner as above; null when never. Looking makes no mark.</summary>
    public LastUse? PasswordUse(string owner) => marks.GetValueOrDefault("password/" + owner)?.Last;

    /// <summary>The mark of a role, by its unique id.</summary>
    public UseMark OfRole(string roleId) => Mark("role/" + roleId);

    /// <summary>What a user or role did, by its unique id; null when nothing is known of it.</summary>
    public PrincipalUses? OfPrincipal(string id) => principals.GetValueOrDefault(id);

    /// <summary>Notes that a caller asked for an action, whether or not it may have it.</summary>
    /// <param name="caller">Who.</param>
    /// <param name="action">The full name of the action, such as <c>iam:GetUser</c>.</param>
    /// <param name="service">The signing name of the service.</param>
    /// <param name="region">The region the request was signed for.</param>
    /// <param name="now">The moment.</param>
    public void Note(Caller caller, string action, string service, string region, DateTimeOffset now) =>
        (caller.Uses ??= Principal(caller.Role?.Id ?? caller.User?.Id ?? caller.Account.Id)).Note(action, service, region, now);

    /// <summary>A subject of certificates by its id; null when none was seen.</summary>
    public SubjectUse? FindSubject(string id) => subjects.GetValueOrDefault(id);

    /// <summary>Notes that a subject of certificates asked for a session. Past ten thousand subjects new ones are not noted.</summary>
    /// <param name="subject">Whom nothing is known of yet, if it is new.</param>
    /// <param name="certificate">What it showed.</param>
    /// <param name="properties">What it said of where it runs; null when it said nothing.</param>
    public void NoteSubject(SubjectUse subject, SubjectCertificate certificate, SubjectProperties? properties)
    {
        if (subjects.Count >= MostSubjects && !subjects.ContainsKey(subject.Id))
        {
            return;
        }

        subjects.AddOrUpdate(
            subject.Id,
            static (_, seen) => seen.subject.With(seen.certificate, seen.properties),
            static (_, known, seen) => known.With(seen.certificate, seen.properties),
            (subject, certificate, properties));
        soiledSubjects.TryAdd(subject.Id, true);
    }

    /// <summary>A report by the id of its job; null when there is none, or it is too old.</summary>
    public AccessReport? FindReport(string id, DateTimeOffset now) =>
        reports.TryGetValue(id, out var report) && now - report.Created < AccessReport.Kept ? report : null;

    /// <summary>Keeps a report, and forgets those that are too old, or too many.</summary>
    public async ValueTask KeepAsync(AccessReport report, CancellationToken cancel)
    {
        var past = reports.Values.OrderByDescending(one => one.Created)
            .Where((one, place) => place >= MostReports - 1 || report.Created - one.Created >= AccessReport.Kept).Select(one => one.Id).ToList();
        await WriteAsync(
            [Row.Put(Reports, report.Id, JsonSerializer.SerializeToUtf8Bytes(report, ActivityJson.Default.AccessReport)), .. past.Select(id => Row.Remove(Reports, id))], cancel);
        reports[report.Id] = report;
        past.ForEach(id => reports.TryRemove(id, out _));
    }

    /// <summary>Writes what waits. What a failed write leaves is written by the next.</summary>
    public async ValueTask FlushAsync(CancellationToken cancel)
    {
        var waiting = soiled.Keys.ToList();
        var seen = soiledSubjects.Keys.ToList();
        seen.ForEach(id => soiledSubjects.TryRemove(id, out _));
        waiting.ForEach(mark => soiled.TryRemove(mark, out _));
        var sessions = Sessions.Take();
        if (waiting.Count == 0 && sessions.Count == 0 && seen.Count == 0)
        {
            return;
        }

        try
        {
            await WriteAsync(
                [
                    .. waiting.Select(mark => Row.Put(Table, mark.Key, JsonSerializer.SerializeToUtf8Bytes(mark.Last!, ActivityJson.Default.LastUse))),
                    .. seen.Select(id => Row.Put(SubjectTable, id, JsonSerializer.SerializeToUtf8Bytes(subjects[id], ActivityJson.Default.SubjectUse))),
                    .. sessions,
                ],
                cancel);
        }
        catch
        {
            waiting.ForEach(Soil);
            seen.ForEach(id => soiledSubjects.TryAdd(id, true));
            Sessions.PutBack(sessions);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => writing.Dispose();

    internal static async ValueTask<Activity> LoadAsync(IStore store, string account, CancellationToken cancel)
    {
        var activity = new Activity(store, account);
        var stored = await store.LoadAsync(activity.stream, cancel);
        activity.version = stored.Version;
        foreach (var row in stored.Rows)
        {
            activity.Read(row);
        }

        return activity;
    }

    internal static string ActionKey(string principal, string action) => $"{Actions}{principal}/{action}";

    /// <summary>Whether one more action may be noted: memory has a bound, past which new actions are not noted.</summary>
    internal bool TakeRoom() => Volatile.Read(ref actionMarks) < MostMarks && Interlocked.Increment(ref actionMarks) <= MostMarks;

    internal void Soil(UseMark mark) => soiled.TryAdd(mark, true);

    private PrincipalUses Principal(string id) => principals.GetOrAdd(id, static (id, activity) => new(activity, id), this);

    private void Read(Row row)
    {
        if (row.Table == Reports)
        {
            reports[row.Key] = JsonSerializer.Deserialize(row.Value.Span, ActivityJson.Default.AccessReport)!;
            return;
        }

        if (row.Table == SubjectTable)
        {
            subjects[row.Key] = JsonSerializer.Deserialize(row.Value.Span, ActivityJson.Default.SubjectUse)!;
            return;
        }

        if (row.Table == LiveSessions.Table)
        {
            Sessions.Read(row);
            return;
        }

        var last = JsonSerializer.Deserialize(row.Value.Span, ActivityJson.Default.LastUse);
        if (row.Key.StartsWith(Actions, StringComparison.Ordinal) && row.Key.IndexOf('/', Actions.Length) is > 0 and var slash)
        {
            Principal(row.Key[Actions.Length..slash]).Add(row.Key[(slash + 1)..], last);
            return;
        }

        marks[row.Key] = new(this, row.Key, last);
    }

    // Reports are written by requests and uses by the lane beside them: one at a time.
    private async ValueTask WriteAsync(IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        await writing.WaitAsync(cancel);
        try
        {
            while (!await store.AppendAsync(stream, version, rows, cancel))
            {
                version = (await store.LoadAsync(stream, cancel)).Version;
            }

            version++;
        }
        finally
        {
            writing.Release();
        }
    }

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

/// <summary>How last uses and reports are written. Names reach the disk.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LastUse))]
[JsonSerializable(typeof(AccessReport))]
[JsonSerializable(typeof(SubjectUse))]
[JsonSerializable(typeof(SessionNote))]
internal sealed partial class ActivityJson : JsonSerializerContext;

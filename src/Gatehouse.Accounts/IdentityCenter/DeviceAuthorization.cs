namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>What a program without a browser asks for, until somebody with one decides [AU-850, AU-851]. Thread-safe.</summary>
public sealed class DeviceAuthorization
{
    private static readonly TimeSpan Slower = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private DateTimeOffset? asked;
    private PortalGrant? granted;
    private bool denied;
    private bool taken;

    /// <summary>The hash of the program's client id.</summary>
    public required string Client { get; init; }

    /// <summary>What people call the program.</summary>
    public required string ClientName { get; init; }

    /// <summary>What it asks for.</summary>
    public required System.Collections.Immutable.ImmutableArray<string> Scopes { get; init; }

    /// <summary>The account that owns the instance.</summary>
    public required string Account { get; init; }

    /// <summary>The identity store whose people may decide.</summary>
    public required string StoreId { get; init; }

    /// <summary>What people compare, or type.</summary>
    public required string UserCode { get; init; }

    /// <summary>When it began.</summary>
    public required DateTimeOffset Began { get; init; }

    /// <summary>From when on nobody can decide any more.</summary>
    public required DateTimeOffset Ends { get; init; }

    /// <summary>From where it was asked for; null when that is not known.</summary>
    public string? Address { get; init; }

    /// <summary>The program's name for itself; null when it gave none.</summary>
    public string? UserAgent { get; init; }

    /// <summary>How long the program must wait between two questions.</summary>
    public TimeSpan Interval { get; private set; } = TimeSpan.FromSeconds(1);

    /// <summary>Told once, when the program has heard what became of it.</summary>
    internal Action? Heard { get; set; }

    /// <summary>Somebody decides: once.</summary>
    /// <param name="grant">What the program gets; null when it gets nothing.</param>
    /// <param name="now">The moment.</param>
    /// <returns>False when it was decided before, or is too late.</returns>
    public bool TryDecide(PortalGrant? grant, DateTimeOffset now)
    {
        lock (gate)
        {
            if (now >= Ends || denied || granted is not null)
            {
                return false;
            }

            (granted, denied) = (grant, grant is null);
            return true;
        }
    }

    /// <summary>The program asks what became of it.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="grant">What it gets, when somebody said yes.</param>
    public DeviceState Ask(DateTimeOffset now, out PortalGrant? grant)
    {
        var state = Look(now, out grant);
        if (state is DeviceState.Denied or DeviceState.Granted)
        {
            Heard?.Invoke();
        }

        return state;
    }

    private DeviceState Look(DateTimeOffset now, out PortalGrant? grant)
    {
        lock (gate)
        {
            grant = null;
            if (taken)
            {
                return DeviceState.Taken;
            }

            if (now >= Ends)
            {
                return DeviceState.Expired;
            }

            var before = asked;
            asked = now;
            if (before is { } last && now - last < Interval)
            {
                Interval += Slower;
                return DeviceState.TooFast;
            }

            (taken, grant) = (denied || granted is not null, granted);
            return denied ? DeviceState.Denied : taken ? DeviceState.Granted : DeviceState.Pending;
        }
    }
}

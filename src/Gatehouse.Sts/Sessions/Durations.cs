using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Sessions;

/// <summary>How long sessions last [AU-301, AU-306, AU-307].</summary>
internal static class Durations
{
    private const int Hour = 3600;
    private const int HalfDay = 43200;

    /// <summary>Whether a session made from this one is role chaining, which AWS bounds to an hour.</summary>
    /// <remarks>Workloads and Identity Center hand out first sessions that AWS does not count. What is not known to be such a session counts.</remarks>
    internal static bool IsChained(SessionContents? session) => session is not null
        && (session.Chained || session.Delivery is not (SessionDelivery.InstanceMetadata or SessionDelivery.Container
            or SessionDelivery.PodIdentity or SessionDelivery.IdentityCenter));

    /// <summary>The lifetime of a role's session.</summary>
    /// <exception cref="ApiException">It is longer than the role, or chaining, allows.</exception>
    internal static TimeSpan OfRole(int? asked, Role role, bool chained)
    {
        var seconds = asked ?? Hour;
        if (chained && seconds > Hour)
        {
            throw Refusals.Invalid("The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining.");
        }

        return seconds <= role.MaxSessionSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw Refusals.Invalid("The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
    }

    /// <summary>The lifetime of a session that a user or root makes for itself or for someone it federates. Root's is cut to an hour, not refused.</summary>
    internal static TimeSpan OfUser(int? asked, Caller caller) =>
        TimeSpan.FromSeconds(caller.Kind == CallerKind.Root ? Math.Min(asked ?? Hour, Hour) : asked ?? HalfDay);
}

using System.Xml;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>How long the sessions of permission sets last, as ISO 8601 writes it.</summary>
internal static class SessionDurations
{
    /// <summary>What it is unless somebody says otherwise.</summary>
    internal const string Default = "PT1H";

    private const int Least = 3600;
    private const int Most = 43_200;

    /// <summary>The seconds of a duration.</summary>
    /// <exception cref="ValidationException">It is no duration, or not of one to twelve hours.</exception>
    internal static int Read(string text)
    {
        TimeSpan duration;
        try
        {
            duration = XmlConvert.ToTimeSpan(text);
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            throw Invalid(text);
        }

        return duration.TotalSeconds is >= Least and <= Most && duration.Ticks % TimeSpan.TicksPerSecond == 0 ? (int)duration.TotalSeconds : throw Invalid(text);
    }

    private static ValidationException Invalid(string text) =>
        new($"The session duration {Echo.Of(text)} is not valid: it must be from one hour (PT1H) to twelve hours (PT12H).");
}

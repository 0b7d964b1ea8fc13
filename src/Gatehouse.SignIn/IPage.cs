namespace Gatehouse.SignIn;

/// <summary>A page, or a few that belong together.</summary>
public interface IPage
{
    /// <summary>What it answers.</summary>
    IEnumerable<Route> Routes { get; }
}

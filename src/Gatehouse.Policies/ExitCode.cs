namespace Gatehouse.Policies;

/// <summary>What the commands answer to the shell.</summary>
internal static class ExitCode
{
    internal const int Fine = 0;

    /// <summary>Problems were found, a test failed, coverage is too low, or a denial where --fail-on-deny was given.</summary>
    internal const int Findings = 1;

    /// <summary>Wrong use, or a file that cannot be read.</summary>
    internal const int Unusable = 2;

    internal const string Help = "Exit codes: 0 fine; 1 problems, failed tests or denials; 2 wrong use or unreadable input.";
}

namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>What passwords of people of identity stores must be (AWS: "Password requirements when managing identities in IAM Identity Center").</summary>
public static class IdentityPasswords
{
    private const int Shortest = 8;
    private const int Longest = 64;

    /// <summary>What is wrong with a password; null when it will do.</summary>
    public static string? Broken(string password)
    {
        ArgumentNullException.ThrowIfNull(password);
        return password.Length is < Shortest or > Longest ? $"The password must have {Shortest} to {Longest} characters."
            : password.Any(char.IsControl) ? "The password must not hold control characters."
            : !password.Any(char.IsAsciiLetterLower) ? "The password must have a lowercase letter (a-z)."
            : !password.Any(char.IsAsciiLetterUpper) ? "The password must have an uppercase letter (A-Z)."
            : !password.Any(char.IsAsciiDigit) ? "The password must have a digit (0-9)."
            : password.All(char.IsAsciiLetterOrDigit) ? "The password must have a character that is neither a letter nor a digit."
            : null;
    }
}

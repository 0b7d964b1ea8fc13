using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.LoginProfiles;

/// <summary>What an account asks of a password, in AWS's words [AU-701].</summary>
internal static class PasswordRules
{
    private const string Symbols = "!@#$%^&*()_+-=[]{}|'";
    private const int DefaultLength = 8;
    private const int DefaultClasses = 3;

    /// <summary>Refuses a password that breaks the account's policy, or AWS's own when the account has none.</summary>
    /// <exception cref="PasswordPolicyViolationException">It does.</exception>
    internal static void Require(string password, Account account)
    {
        var broken = account.Profile.PasswordPolicy is { } policy ? Broken(password, policy) : BrokenDefaults(password, account.Profile);
        if (broken is { Length: > 0 })
        {
            throw new PasswordPolicyViolationException(broken);
        }
    }

    private static string Broken(string password, PasswordPolicy policy)
    {
        var broken = Classes(password)
            .Where(rule => !rule.Met && (rule.What switch
            {
                "uppercase letter" => policy.RequireUppercase,
                "lowercase letter" => policy.RequireLowercase,
                "number" => policy.RequireNumbers,
                _ => policy.RequireSymbols,
            }))
            .Select(rule => rule.Sentence);
        return string.Join(", ", password.Length < policy.MinimumLength ? broken.Prepend(TooShort(policy.MinimumLength)) : broken);
    }

    private static string? BrokenDefaults(string password, AccountProfile profile)
    {
        if (password.Length < DefaultLength)
        {
            return TooShort(DefaultLength);
        }

        var missing = Classes(password).Where(rule => !rule.Met).Select(rule => rule.Sentence).ToList();
        if (4 - missing.Count < DefaultClasses)
        {
            return $"Password should meet {DefaultClasses - 4 + missing.Count} more of the following requirements: {string.Join(", ", missing)}";
        }

        string?[] known = [profile.Name, profile.Alias, profile.Email];
        return known.Contains(password, StringComparer.OrdinalIgnoreCase) ? "Password should not be the name or the e-mail address of the account" : null;
    }

    private static string TooShort(int length) => $"Password should have a minimum length of {length}";

    private static IEnumerable<Rule> Classes(string password) =>
    [
        new("uppercase letter", password.AsSpan().ContainsAnyInRange('A', 'Z')),
        new("lowercase letter", password.AsSpan().ContainsAnyInRange('a', 'z')),
        new("number", password.AsSpan().ContainsAnyInRange('0', '9')),
        new("symbol", password.AsSpan().ContainsAny(Symbols)),
    ];

    private sealed record Rule(string What, bool Met)
    {
        internal string Sentence => $"Password should have at least one {What}";
    }
}

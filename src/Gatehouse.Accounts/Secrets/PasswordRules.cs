using Gatehouse.Accounts.Entities;

namespace Gatehouse.Accounts.Secrets;

/// <summary>What an account asks of a password, in AWS's words [AU-701].</summary>
public static class PasswordRules
{
    private const string Symbols = "!@#$%^&*()_+-=[]{}|'";
    private const int DefaultLength = 8;
    private const int DefaultClasses = 3;
    private const int Longest = 128;

    /// <summary>Why a password breaks a user's account's policy, or AWS's own when the account has none; null when it does not.</summary>
    public static string? Broken(string password, AccountProfile profile) =>
        profile.PasswordPolicy is { } policy ? Broken(password, policy) : BrokenDefaults(password, profile);

    /// <summary>Why a password is none for the root user, whom an account's own policy does not bind; null when it is one.</summary>
    public static string? BrokenForRoot(string password, AccountProfile profile) => Unwritable(password) ?? BrokenDefaults(password, profile);

    /// <summary>Why a password from a page is none that the API would take either; null when it is one.</summary>
    public static string? Unwritable(string password) =>
        password.Length is 0 or > Longest ? $"Password should have 1 to {Longest} characters"
        : password.AsSpan().ContainsAnyExcept(Writable) ? "Password should have no other characters than those of Latin-1"
        : null;

    private static readonly System.Buffers.SearchValues<char> Writable =
        System.Buffers.SearchValues.Create(Enumerable.Range(0x20, 0xE0).Select(static letter => (char)letter).Concat(['\t', '\n', '\r']).ToArray());

    /// <summary>Whether one of the last passwords of a profile is used again, under what the account remembers.</summary>
    /// <param name="hasher">Hashes.</param>
    /// <param name="password">The password.</param>
    /// <param name="hashed">Its hash.</param>
    /// <param name="profile">The profile that it is for; null when it is the first.</param>
    /// <param name="remembered">How many must differ; null when any may be used again.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="PasswordQueueFullException">Too many wait already.</exception>
    public static async ValueTask<string?> ReusedAsync(
        PasswordHasher hasher, string password, PasswordHash hashed, LoginProfile? profile, int? remembered, CancellationToken cancel)
    {
        if (remembered is not { } count || profile?.Password is not { } current)
        {
            return null;
        }

        // AWS: the password that is in use is the first of those that are remembered.
        var last = profile.Former.Prepend(current).Take(count);
        return await hasher.IsAmongAsync(password, hashed, last, cancel) ? $"Password should not be one of the last {count} passwords" : null;
    }

    private static string? Broken(string password, PasswordPolicy policy)
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
        var sentences = string.Join(", ", password.Length < policy.MinimumLength ? broken.Prepend(TooShort(policy.MinimumLength)) : broken);
        return sentences.Length > 0 ? sentences : null;
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

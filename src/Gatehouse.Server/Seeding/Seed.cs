using System.Text.Json;
using Gatehouse.Policies;

namespace Gatehouse.Server.Seeding;

/// <summary>A seed file: what accounts must hold once the server has started. What it does not name is left as it is.</summary>
internal sealed class Seed
{
    /// <summary>The most bytes of a seed.</summary>
    internal const int MostBytes = 64 * 1024 * 1024;

    private readonly string folder;

    private Seed(string file, SeedNode root, Func<string, string?> environment)
    {
        (folder, Environment) = (Path.GetDirectoryName(Path.GetFullPath(file))!, environment);
        Problems = new(file);
        Accounts = new SeedFields(this, root, "accounts").Items("accounts");
        if (Accounts.Count == 0)
        {
            Problems.Add(root, "needs 'accounts', with one at least");
        }

        First = Accounts.Count == 0 ? null : FirstOf(Accounts[0]);
    }

    /// <summary>What is wrong with it.</summary>
    internal SeedProblems Problems { get; }

    /// <summary>The accounts it names, the first one first.</summary>
    internal IReadOnlyList<SeedNode> Accounts { get; }

    /// <summary>What it says of the first account, which is made before anything else.</summary>
    internal (string? Id, string? Name, string? Email)? First { get; }

    /// <summary>Finds environment variables.</summary>
    internal Func<string, string?> Environment { get; }

    /// <summary>Reads a seed.</summary>
    /// <exception cref="SeedException">It cannot be read at all.</exception>
    internal static Seed Read(string file, Func<string, string?> environment)
    {
        try
        {
            return new(file, SeedNode.Read(file), environment);
        }
        catch (InputException wrong)
        {
            throw new SeedException($"the seed is not applied: {wrong.Message}");
        }
    }

    /// <summary>A path that the seed names, from the folder where the seed lies.</summary>
    internal string PathOf(string path) => Path.Combine(folder, path);

    private static (string?, string?, string?) FirstOf(SeedNode account) => (TextOf(account, "id"), TextOf(account, "name"), TextOf(account, "email"));

    private static string? TextOf(SeedNode account, string name) => account.Find(name) is { Kind: JsonValueKind.String, Scalar: { Length: > 0 } text } ? text : null;
}

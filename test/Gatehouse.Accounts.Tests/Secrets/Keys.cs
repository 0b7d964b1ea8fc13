using System.Text;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Storage;
using Gatehouse.Testing;

namespace Gatehouse.Accounts.Tests.Secrets;

/// <summary>A store, a clock and master keys, and the nodes that share them.</summary>
internal sealed class Keys
{
    public const string Account = "111122223333";

    public static CancellationToken Patience => TestContext.Current.CancellationToken;

    public MemoryStore Store { get; } = new();

    public TestClock Clock { get; } = new(new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero));

    public MasterKeys Masters { get; set; } = MasterKeys.Ephemeral();

    public async Task<KeyRing> Open() => await KeyRing.OpenAsync(Store, Masters, Clock, Patience);

    public async Task<SecretVault> OpenVault()
    {
        var vault = new SecretVault(await Open());
        await vault.PrepareAsync(Account, Patience);
        return vault;
    }

    /// <summary>Everything the store has ever been given for the keys, as one text.</summary>
    public async Task<string> Written()
    {
        var all = new StringBuilder();
        await foreach (var commit in Store.HistoryAsync(KeyRing.Stream, long.MaxValue, Patience))
        {
            foreach (var row in commit.Rows)
            {
                all.Append(row.Kind).Append(' ').Append(row.Table).Append('/').Append(row.Key).Append(' ').Append(Encoding.UTF8.GetString(row.Value.Span)).Append('\n');
            }
        }

        return all.ToString();
    }

    public async Task<Dictionary<string, string>> Rows(string table) =>
        (await Store.LoadAsync(KeyRing.Stream, Patience)).Rows.Where(row => row.Table == table)
            .ToDictionary(static row => row.Key, static row => Encoding.UTF8.GetString(row.Value.Span), StringComparer.Ordinal);
}

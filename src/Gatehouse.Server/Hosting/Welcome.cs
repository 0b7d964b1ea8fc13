using Gatehouse.Accounts.Federation;
using Gatehouse.Server.Dev;

namespace Gatehouse.Server.Hosting;

/// <summary>What the server tells whoever started it: where it is, and how to use it. The only place a secret is ever printed, once.</summary>
internal sealed class Welcome(IReadOnlyList<string> urls, FirstAccount account, string? masterKeyFile)
{
    /// <summary>The first address it listens on.</summary>
    internal string Endpoint => urls.Count > 0 ? urls[0] : "";

    /// <summary>The first account.</summary>
    internal FirstAccount Account => account;

    /// <summary>What the operator allows of identity providers; what AWS would not is told [AU-402, AU-403, AU-408].</summary>
    internal FederationRules Federation { get; init; } = FederationRules.None;

    /// <summary>Whether it is in development mode.</summary>
    internal bool Dev { get; init; }

    /// <summary>Writes it.</summary>
    internal async Task WriteAsync(TextWriter output)
    {
        await output.WriteLineAsync($"Gatehouse is listening on {string.Join(", ", urls)}");
        await output.WriteLineAsync($"Account {account.Id}, root access key {account.RootAccessKeyId ?? "(none)"}");
        if (Dev)
        {
            await output.WriteLineAsync("DEVELOPMENT MODE: nothing is kept, ids and secrets can be foretold, and whoever reaches this server is root. Never use it for anything real.");
        }

        await NameAsync(output, "Taking tokens of issuers that need not be public: ", Federation.DevIssuers);
        await NameAsync(output, "Taking the keys of these issuers from files, and from nowhere else: ", Federation.PinnedKeys.Keys);
        await NameAsync(output, "Taking tokens of these issuers without a provider in the account: ", Federation.BuiltInIssuers);
        await NameAsync(output, "Believing servers of issuers for whom one of these roots vouches: ", Federation.ExtraRoots.Select(static root => root.Subject));

        foreach (var warning in account.Warnings)
        {
            await output.WriteLineAsync(warning);
        }

        if (account.PasswordUnused)
        {
            await output.WriteLineAsync("GATEHOUSE_ROOT_PASSWORD is not used: the root user has a password already.");
        }

        if (masterKeyFile is not null)
        {
            await output.WriteLineAsync($"Made the key that seals all secrets: {masterKeyFile}. Back it up: without it no secret in this store can be opened.");
        }

        if (account.Made)
        {
            await output.WriteLineAsync();
            await output.WriteLineAsync(account.Secret is null
                ? "To use it (the secret access key is the one you gave):"
                : "To use it (this is the only time the secret access key is shown):");
            await output.WriteLineAsync();
            await output.WriteLineAsync($"    export AWS_ENDPOINT_URL={Endpoint} AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1");
            await output.WriteLineAsync($"    export AWS_ACCESS_KEY_ID={account.RootAccessKeyId}");
            if (account.Secret is not null || account is { RootAccessKeyId: DevSettings.Key })
            {
                await output.WriteLineAsync($"    export AWS_SECRET_ACCESS_KEY={account.Secret ?? DevSettings.Key}");
            }

            await output.WriteLineAsync("    aws sts get-caller-identity");
            await output.WriteLineAsync();
        }

        await output.FlushAsync();
    }

    private static async Task NameAsync(TextWriter output, string what, IEnumerable<string> names)
    {
        if (names.Any())
        {
            await output.WriteLineAsync(what + string.Join(", ", names.Order(StringComparer.Ordinal)));
        }
    }
}

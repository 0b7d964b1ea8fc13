using System.Net;
using Gatehouse.Server.Hosting;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Server.Dev;

/// <summary>What development mode asks of the other settings.</summary>
internal static class DevSettings
{
    /// <summary>The access key of the first account's root user, and its secret.</summary>
    internal const string Key = "test";

    /// <summary>The first account, unless another is given.</summary>
    internal const string Account = "111122223333";

    /// <summary>Settings as development mode needs them; as they are without it.</summary>
    /// <exception cref="SettingsException">They would let strangers in, or lose what somebody meant to keep.</exception>
    internal static Settings Check(Settings settings)
    {
        if (!settings.Dev)
        {
            return settings.DevAnyAddress ? throw new SettingsException("GATEHOUSE_DEV_ANY_ADDRESS means something with --dev only.") : settings;
        }

        if (settings.Data != new Settings().Data && !settings.InMemory)
        {
            throw new SettingsException($"--dev keeps everything in memory and can reset it: it takes no data folder, and not {settings.Data}.");
        }

        foreach (var url in settings.Urls.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            RequireLoopback(settings, BindingAddress.Parse(url).Host, url);
        }

        var own = settings.RootAccessKeyId is null;
        return settings with
        {
            Data = ":memory:",
            AccountId = settings.AccountId ?? (settings.Seed is null ? Account : null),
            RootAccessKeyId = own ? Key : settings.RootAccessKeyId,
            RootSecretAccessKey = own ? Key : settings.RootSecretAccessKey,
        };
    }

    /// <summary>Refuses Kestrel's own endpoints, of which we do not know where they listen.</summary>
    /// <exception cref="SettingsException">There are some.</exception>
    internal static void RequireOwnUrls(Settings settings, IConfiguration configuration)
    {
        if (settings is { Dev: true, DevAnyAddress: false } && configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            throw new SettingsException("--dev does not listen on Kestrel:Endpoints unless GATEHOUSE_DEV_ANY_ADDRESS is true: whoever reaches it is root.");
        }
    }

    private static void RequireLoopback(Settings settings, string host, string url)
    {
        var loopback = host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
        if (!loopback && !settings.DevAnyAddress)
        {
            throw new SettingsException($"--dev listens on this machine only, not on {url}, unless GATEHOUSE_DEV_ANY_ADDRESS is true: whoever reaches it is root.");
        }
    }
}

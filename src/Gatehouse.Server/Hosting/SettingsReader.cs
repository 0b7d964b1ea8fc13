using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Mfa;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Gatehouse.Server.Hosting;

/// <summary>Reads settings from <c>appsettings.json</c>, the environment and the command line, the later winning, and refuses what it does not know.</summary>
internal static class SettingsReader
{
    private const string Prefix = "GATEHOUSE_";

    // Sections of appsettings.json that belong to the framework: Kestrel's own standard settings, and logging.
    private static readonly FrozenSet<string> FrameworkSections = new[] { "Kestrel", "Logging", "AllowedHosts" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // One line a setting: its name in appsettings.json (section Gatehouse), its environment variable, how it is read.
    private static readonly Setting[] Known =
    [
        new("Urls", "URLS", (settings, value) => settings with { Urls = Addresses(value) }),
        new("PublicUrl", "PUBLIC_URL", (settings, value) => settings with { PublicUrl = PublicAddressOf(value) }),
        new("BasePath", "BASE_PATH", (settings, value) => settings with { BasePath = PathOf(value) }),
        new("Data", "DATA", (settings, value) => settings with { Data = NotEmpty(value) }),
        new("AccountId", "ACCOUNT_ID", (settings, value) => settings with { AccountId = Account(value) }),
        new("RootAccessKeyId", "ROOT_ACCESS_KEY_ID", (settings, value) => settings with { RootAccessKeyId = KeyId(value) }),
        new("RootSecretAccessKey", "ROOT_SECRET_ACCESS_KEY", (settings, value) => settings with { RootSecretAccessKey = Secret(value) }),
        new("RootEmail", "ROOT_EMAIL", (settings, value) => settings with { RootEmail = Email(value) }),
        new("RootPassword", "ROOT_PASSWORD", (settings, value) => settings with { RootPassword = NotEmpty(value) }),
        new("SignInIdleMinutes", "SIGN_IN_IDLE_MINUTES", (settings, value) => settings with { SignIn = settings.SignIn with { Idle = TimeSpan.FromMinutes(Number(value, 1, 720)) } }),
        new("SignInRequireMfa", "SIGN_IN_REQUIRE_MFA", (settings, value) => settings with { SecondFactor = Need(value) }),
        new("SignInRedirectTargets", "SIGN_IN_REDIRECT_TARGETS", (settings, value) => settings with { SignIn = settings.SignIn with { RedirectTargets = Targets(List(value)) } }),
        new("SignInAccountHosts", "SIGN_IN_ACCOUNT_HOSTS", (settings, value) => settings with { SignIn = settings.SignIn with { AccountHosts = ParentHost(value) } }),
        new("MasterKey", "MASTER_KEY", (settings, value) => settings with { MasterKey = value }),
        new("Region", "REGION", (settings, value) => settings with { Region = NotEmpty(value) }),
        new("Regions", "REGIONS", (settings, value) => settings with { Regions = List(value) }),
        new("TrustedProxies", "TRUSTED_PROXIES", (settings, value) => settings with { TrustedProxies = FederationSettings.Networks(List(value)) }),
        new("GlobalHosts", "GLOBAL_HOSTS", (settings, value) => settings with { GlobalHosts = Hosts(List(value)) }),
        new("ClockSkewMinutes", "CLOCK_SKEW_MINUTES", (settings, value) => settings with { ClockSkewMinutes = Number(value, 1, 15) }),
        new("FailuresPerMinute", "FAILURES_PER_MINUTE", (settings, value) => settings with { FailuresPerMinute = Number(value, 1, 1_000_000) }),
        new("RetentionDays", "RETENTION_DAYS", (settings, value) => settings with { RetentionDays = Number(value, 1, 36_500) }),
        new("AuditEventsPerSecond", "AUDIT_EVENTS_PER_SECOND", (settings, value) => settings with { AuditEventsPerSecond = Number(value, 0, 1_000_000) }),
        new("MaxAccessKeyAgeDays", "MAX_ACCESS_KEY_AGE_DAYS", (settings, value) => settings with { Keys = settings.Keys with { MaxAge = TimeSpan.FromDays(Number(value, 1, 36_500)) } }),
        new("EndSessionsWithKey", "END_SESSIONS_WITH_KEY", (settings, value) => settings with { Keys = settings.Keys with { EndSessions = YesNo(value) } }),
        new("ReplayCache", "REPLAY_CACHE", (settings, value) => settings with { ReplayCache = YesNo(value) }),
        new("AuthorizationMessages", "AUTHORIZATION_MESSAGES", (settings, value) => settings with { AuthorizationMessages = YesNo(value) }),
        new("EchoCanonicalRequest", "ECHO_CANONICAL_REQUEST", (settings, value) => settings with { EchoCanonicalRequest = YesNo(value) }),
        new("FederationDevIssuers", "FEDERATION_DEV_ISSUERS", (settings, value) => settings with { Federation = settings.Federation with { DevIssuers = FederationSettings.Issuers(List(value)) } }),
        new("FederationAllowedNetworks", "FEDERATION_ALLOWED_NETWORKS", (settings, value) => settings with { Federation = settings.Federation with { AllowedNetworks = FederationSettings.Networks(List(value)) } }),
        new("FederationSamlRecipients", "FEDERATION_SAML_RECIPIENTS", (settings, value) => settings with { Federation = settings.Federation with { SamlRecipients = FederationSettings.Recipients(List(value)) } }),
        new("FederationAcceptAwsAcs", "FEDERATION_ACCEPT_AWS_ACS", (settings, value) => settings with { Federation = settings.Federation with { AcceptAwsAcs = YesNo(value) } }),
        new("FederationAllowWeakRsa", "FEDERATION_ALLOW_WEAK_RSA", (settings, value) => settings with { Federation = settings.Federation with { AllowWeakRsa = YesNo(value) } }),
        new("FederationSingleUseAssertions", "FEDERATION_SINGLE_USE_ASSERTIONS", (settings, value) => settings with { Federation = settings.Federation with { SingleUseAssertions = YesNo(value) } }),
        new("FederationMaxTokenAgeHours", "FEDERATION_MAX_TOKEN_AGE_HOURS", (settings, value) => settings with { Federation = settings.Federation with { MaxTokenAge = TimeSpan.FromHours(Number(value, 1, 8760)) } }),
        new("FederationExtraRoots", "FEDERATION_EXTRA_ROOTS", (settings, value) => settings with { Federation = settings.Federation with { ExtraRoots = FederationSettings.Roots(NotEmpty(value)) } }),
        new("FederationPinnedKeys", "FEDERATION_PINNED_KEYS", (settings, value) => settings with { Federation = settings.Federation with { PinnedKeys = FederationSettings.Pinned(List(value)) } }),
        new("FederationBuiltInIssuers", "FEDERATION_BUILT_IN_ISSUERS", (settings, value) => settings with { Federation = settings.Federation with { BuiltInIssuers = FederationSettings.BuiltIn(List(value)) } }),
        new("FederationSharedIssuers", "FEDERATION_SHARED_ISSUERS", (settings, value) => settings with { Federation = settings.Federation with { SharedIssuers = FederationSettings.Shared(List(value)) } }),
        new("FederationSingleUseTokens", "FEDERATION_SINGLE_USE_TOKENS", (settings, value) => settings with { Federation = settings.Federation with { SingleUseIssuers = FederationSettings.Issuers(List(value)) } }),
        new("FederationExposeClaims", "FEDERATION_EXPOSE_CLAIMS", (settings, value) => settings with { Federation = settings.Federation with { OpenClaimIssuers = FederationSettings.Issuers(List(value)) } }),
        new("Seed", "SEED", (settings, value) => settings with { Seed = NotEmpty(value) }),
        new("Dev", "DEV", (settings, value) => settings with { Dev = YesNo(value) }),
        new("DevAnyAddress", "DEV_ANY_ADDRESS", (settings, value) => settings with { DevAnyAddress = YesNo(value) }),
        new("DrainSeconds", "DRAIN_SECONDS", (settings, value) => settings with { DrainSeconds = Number(value, 0, 3600) }),
        new("Workloads", "WORKLOADS", (settings, value) => settings with { Workloads = [.. List(value).Select(Gatehouse.Workloads.WorkloadListener.Parse)] }),
        new("Clusters", "CLUSTERS", (settings, value) => settings with { ClustersFile = NotEmpty(value) }),
        new("Quotas", "QUOTAS", (settings, value) => settings with { Quotas = Quotas(settings.Quotas, value) }),
    ];

    /// <summary>The names of all environment variables that mean something.</summary>
    internal static IEnumerable<string> EnvironmentVariables => Known.Select(setting => Prefix + setting.Variable);

    /// <summary>Reads the settings.</summary>
    /// <param name="file">What <c>appsettings.json</c> holds; empty when there is none.</param>
    /// <param name="environment">The environment.</param>
    /// <param name="options">What the command line gave, by setting name.</param>
    /// <exception cref="SettingsException">One is unknown, or its value cannot be used.</exception>
    internal static Settings Read(IConfiguration file, IDictionary environment, IEnumerable<KeyValuePair<string, string>> options)
    {
        var settings = new Settings();
        foreach (var section in file.GetChildren().Where(section => !FrameworkSections.Contains(section.Key)))
        {
            settings = section.Key.Equals("Gatehouse", StringComparison.OrdinalIgnoreCase)
                ? ReadSection(settings, section)
                : throw new SettingsException($"appsettings.json: '{section.Key}' is not a section we know; ours are Gatehouse, {string.Join(", ", FrameworkSections)}.");
        }

        foreach (var name in environment.Keys.Cast<string>().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var setting = Array.Find(Known, setting => Prefix + setting.Variable == name)
                ?? throw new SettingsException($"The environment variable {name} is not one we know; ours are {string.Join(", ", EnvironmentVariables)}.");
            settings = Apply(settings, setting, (string)environment[name]!, name);
        }

        foreach (var (name, value) in options)
        {
            settings = Apply(settings, Array.Find(Known, setting => setting.Name == name)!, value, "--" + name.ToLowerInvariant());
        }

        return settings.RootAccessKeyId is null == settings.RootSecretAccessKey is null
            ? Gatehouse.Server.Dev.DevSettings.Check(ClustersFile.Apply(settings))
            : throw new SettingsException("GATEHOUSE_ROOT_ACCESS_KEY_ID and GATEHOUSE_ROOT_SECRET_ACCESS_KEY go together: give both or neither.");
    }

    private static Settings ReadSection(Settings settings, IConfigurationSection section)
    {
        foreach (var entry in section.GetChildren())
        {
            var setting = Array.Find(Known, setting => setting.Name.Equals(entry.Key, StringComparison.OrdinalIgnoreCase))
                ?? throw new SettingsException($"appsettings.json: '{entry.Path}' is not a setting we know; ours are {string.Join(", ", Known.Select(known => known.Name))}.");
            var value = entry.Value ?? string.Join(',', entry.GetChildren().Select(Item));
            settings = Apply(settings, setting, value, $"appsettings.json: {entry.Path}");
        }

        return settings;
    }

    // The items of a list have numbers for names; those of a section have names of their own.
    private static string Item(IConfigurationSection item) =>
        item.Key.All(char.IsAsciiDigit) ? item.Value ?? "" : $"{item.Key}={item.Value}";

    private static Settings Apply(Settings settings, Setting setting, string value, string where)
    {
        try
        {
            return setting.Apply(settings, value);
        }
        catch (FormatException reason)
        {
            throw new SettingsException($"{where}: {reason.Message}");
        }
    }

    private static string Addresses(string value)
    {
        foreach (var address in NotEmpty(value).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            // Throws FormatException with its own words.
            _ = BindingAddress.Parse(address);
        }

        return value;
    }

    private static IReadOnlyList<string> Hosts(IReadOnlyList<string> names) => names.FirstOrDefault(static name => Uri.CheckHostName(name) == UriHostNameType.Unknown) is { } bad
        ? throw new FormatException($"'{bad}' is not a host name such as sts.example.com.")
        : names;

    // Written as certificates write it.
    private static string ParentHost(string value) => value.StartsWith("*.", StringComparison.Ordinal) && Uri.CheckHostName(value[2..]) == UriHostNameType.Dns
        ? value[2..]
        : throw new FormatException($"'{value}' does not say below which host accounts have their own, as *.signin.example.com does.");

    private static string PublicAddressOf(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.Query.Length == 0 && url.Fragment.Length == 0 && url.UserInfo.Length == 0
            ? value
            : throw new FormatException($"'{value}' is not an address such as https://gatehouse.example.com.");

    // Letters that nobody writes in another way: the path is looked for in what clients sent and signed.
    private static string PathOf(string value) => value is ['/', not '/', ..] && value.Split('/')[1..].All(static part => part is not ("" or "." or "..") && part.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '_' or '~'))
        ? value
        : throw new FormatException($"'{value}' is not a path such as /gatehouse, without a slash at its end.");

    private static string Email(string value) => value is { Length: >= 6 and <= 64 } && value.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at < value.Length - 1
        ? value
        : throw new FormatException($"'{value}' is not an e-mail address of 6 to 64 characters.");

    private static SecondFactorNeed Need(string value) => value switch
    {
        "none" => SecondFactorNeed.None,
        "root" => SecondFactorNeed.Root,
        "all" => SecondFactorNeed.All,
        _ => throw new FormatException($"'{value}' is neither none nor root nor all."),
    };

    private static HashSet<string> Targets(string[] targets)
    {
        foreach (var target in targets)
        {
            if (!Uri.TryCreate(target, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.UserInfo.Length > 0 || !target.All(static letter => letter is > ' ' and <= '~'))
            {
                throw new FormatException($"'{target}' is not an http or https address in ASCII.");
            }
        }

        return targets.ToHashSet(StringComparer.Ordinal);
    }

    private static string NotEmpty(string value) => value.Length > 0 ? value : throw new FormatException("must not be empty.");

    private static string Account(string value) => value.Length == 12 && value.All(char.IsAsciiDigit)
        ? value
        : throw new FormatException($"'{value}' is not an account id: twelve digits.");

    // [AU-210]: fixed development keys are let in; what they decode to does not matter.
    internal static string KeyId(string value) =>
        value.Length is >= 16 and <= 128 && value.StartsWith("AKIA", StringComparison.Ordinal) && value.All(letter => char.IsAsciiLetterUpper(letter) || char.IsAsciiDigit(letter))
            ? value
            : throw new FormatException($"'{value}' is not an access key id: AKIA and capital letters or digits, 16 to 128 in all.");

    internal static string Secret(string value) => value.Length >= 40 ? value : throw new FormatException("a secret access key has at least 40 characters.");

    private static IamQuotas Quotas(IamQuotas quotas, string value)
    {
        foreach (var entry in List(value))
        {
            var (name, most) = entry.Split('=', StringSplitOptions.TrimEntries) is [var given, var number]
                ? (given, Number(number, 0, 100_000_000))
                : throw new FormatException($"'{entry}' is not a quota and a number, such as UsersPerAccount=10000.");
            quotas = IamQuotas.Names.Contains(name, StringComparer.Ordinal)
                ? quotas.With(name, most)
                : throw new FormatException($"'{name}' is not a quota we know; ours are {string.Join(", ", IamQuotas.Names)}.");
        }

        return quotas;
    }

    private static string[] List(string value) => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static int Number(string value, int least, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new FormatException($"'{value}' is not a whole number from {least} to {most}.");

    private static bool YesNo(string value) => value switch
    {
        "true" or "True" => true,
        "false" or "False" => false,
        _ => throw new FormatException($"'{value}' is neither true nor false."),
    };

    private sealed record Setting(string Name, string Variable, Func<Settings, string, Settings> Apply);
}

using System.Globalization;
using System.Net;

namespace Gatehouse.Workloads;

/// <summary>One listener and the one workload it is for: which role is given is decided by where it is asked, never by what is asked [AU-815].</summary>
public sealed record WorkloadListener
{
    private const int MostHops = 64;

    // Where Kubernetes is told to project the token that a pod shows.
    private const string PodToken = "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token";

    // Where AWS's clients look when they are given a path alone [AU-822].
    private const string RelativeTo = "169.254.170.2:80";

    /// <summary>How it is asked.</summary>
    public required WorkloadKind Kind { get; init; }

    /// <summary>Where it listens: loopback or link-local [AU-814].</summary>
    public required IPEndPoint Address { get; init; }

    /// <summary>The account of the role.</summary>
    public required string Account { get; init; }

    /// <summary>The name of the instance profile, for an instance; of the role, for a container; of the cluster, for pods.</summary>
    public required string Name { get; init; }

    /// <summary>The file with the token that a container shows; null for an instance and for pods, which show tokens of their own.</summary>
    public string? TokenFile { get; init; }

    /// <summary>Whether an instance is answered without a token (IMDSv1).</summary>
    public bool AllowsVersion1 { get; init; }

    /// <summary>How far answers travel: their IP time to live, 1 to 64.</summary>
    public int HopLimit { get; init; } = 1;

    /// <summary>A name besides addresses and <c>localhost</c> by which it may be asked; null for none.</summary>
    public string? Host { get; init; }

    /// <summary>Its address, for clients.</summary>
    public string Url => $"http://{Address}";

    /// <summary>Reads <c>instance http://127.0.0.1:1338 account=… profile=…</c>, <c>container http://127.0.0.1:4567 account=… role=… token-file=…</c> or <c>pod http://169.254.170.23 account=… cluster=…</c>.</summary>
    /// <exception cref="FormatException">It is none of them, or says something we do not know.</exception>
    public static WorkloadListener Parse(string text) => Parse(text, null);

    /// <summary>Reads one whose role is known already, or that asks for roles with it: without <c>account</c>, <c>profile</c> and <c>role</c>.</summary>
    /// <param name="account">The account of the role.</param>
    /// <param name="role">The role's name.</param>
    /// <param name="text">The rest.</param>
    /// <exception cref="FormatException">It is no listener, or says something we do not know.</exception>
    public static WorkloadListener ParseFor(string account, string role, string text) => Parse(text, (account, role));

    /// <summary>What a client sets to ask here.</summary>
    /// <param name="url">The address, with the port that it has.</param>
    public string Variables(string url) =>
        Kind == WorkloadKind.Instance ? $"AWS_EC2_METADATA_SERVICE_ENDPOINT={url}"
        : Kind == WorkloadKind.Pod ? $"AWS_CONTAINER_CREDENTIALS_FULL_URI={url}{PodEndpoint.Path} AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE={PodToken}"
        : (Address.ToString() == RelativeTo ? "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI=" : $"AWS_CONTAINER_CREDENTIALS_FULL_URI={url}") + $"{ContainerEndpoint.Path} AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE={TokenFile}";

    private static WorkloadListener Parse(string text, (string Account, string Role)? known)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var kind = words is [var first, _, ..] ? first switch
        {
            "instance" => WorkloadKind.Instance,
            "container" => WorkloadKind.Container,
            "pod" => WorkloadKind.Pod,
            _ => Wrong<WorkloadKind>(text),
        }
        : Wrong<WorkloadKind>(text);
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var word in words[2..])
        {
            if (word.Split('=', 2) is not [{ Length: > 0 } name, { Length: > 0 } value] || !fields.TryAdd(name, value))
            {
                throw new FormatException($"'{word}' is not a field and its value, given once.");
            }
        }

        var (instance, named) = (kind == WorkloadKind.Instance, kind switch { WorkloadKind.Instance => "profile", WorkloadKind.Container => "role", _ => "cluster" });
        var listener = new WorkloadListener
        {
            Kind = kind,
            Address = AddressOf(words[1]),
            Account = known?.Account ?? Take("account", static value => value.Length == 12 && value.All(char.IsAsciiDigit)) ?? throw Missing("account"),
            Name = (kind == WorkloadKind.Pod ? null : known?.Role)
                ?? Take(named, static value => value.All(static letter => char.IsAsciiLetterOrDigit(letter) || "+=,.@_-".Contains(letter, StringComparison.Ordinal)))
                ?? throw Missing(named),
            TokenFile = kind != WorkloadKind.Container ? null : Take("token-file", static _ => true) ?? throw Missing("token-file"),
            AllowsVersion1 = instance && Take("v1", static value => value is "true" or "false") == "true",
            HopLimit = Take("hop-limit", static value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var hops) && hops is >= 1 and <= MostHops) is { } hops
                ? int.Parse(hops, CultureInfo.InvariantCulture)
                : 1,
            Host = Take("host", static value => Uri.CheckHostName(value) == UriHostNameType.Dns),
        };
        return fields.Count == 0 ? listener : throw new FormatException($"'{fields.Keys.First()}' is not a field of {words[0]} that we know.");

        string? Take(string name, Func<string, bool> good) => !fields.Remove(name, out var value) ? null
            : good(value) ? value
            : throw new FormatException($"'{value}' cannot be {name}.");

        FormatException Missing(string name) => new($"{words[0]} {words[1]} needs {name}=….");
    }

    private static IPEndPoint AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url is { Scheme: "http", PathAndQuery: "/", UserInfo: "", Fragment: "" }
            && IPAddress.TryParse(url.Host, out var address) && IsNear(address)
            ? new(address, url.Port)
            : throw new FormatException($"'{text}' is not an address such as http://127.0.0.1:1338: loopback or link-local, by number.");

    private static bool IsNear(IPAddress address) => IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal
        || (address.GetAddressBytes() is [169, 254, ..] or [0xfd, 0x00, 0x0e, 0xc2, ..]);

    private static T Wrong<T>(string text) => throw new FormatException($"'{text}' is neither 'instance ADDRESS …' nor 'container ADDRESS …' nor 'pod ADDRESS …', with their fields.");
}

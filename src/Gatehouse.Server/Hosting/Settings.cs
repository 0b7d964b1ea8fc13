using System.Collections.Immutable;

namespace Gatehouse.Server.Hosting;

/// <summary>Everything an operator may set. Anything else stops the start.</summary>
internal sealed record Settings
{
    /// <summary>Where the server listens: <c>--urls</c>, <c>GATEHOUSE_URLS</c>. Loopback unless said otherwise.</summary>
    public string Urls { get; init; } = "http://localhost:4566";

    /// <summary>Where it is reached from outside, which tokens that it issues name; where it listens when it is not given.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The path below which clients reach it where a proxy gives several servers one host name, such as <c>/gatehouse</c>; null for the host itself [AU-3].</summary>
    public string? BasePath { get; init; }

    /// <summary>The data folder, or <c>:memory:</c>: <c>--data</c>, <c>GATEHOUSE_DATA</c>.</summary>
    public string Data { get; init; } = "gatehouse-data";

    /// <summary>The number of the first account; drawn when it is not given.</summary>
    public string? AccountId { get; init; }

    /// <summary>The first root access key id; drawn when it is not given.</summary>
    public string? RootAccessKeyId { get; init; }

    /// <summary>The first root secret access key; drawn, and printed once, when it is not given.</summary>
    public string? RootSecretAccessKey { get; init; }

    /// <summary>The e-mail address of the first account's root user, with which it signs in.</summary>
    public string? RootEmail { get; init; }

    /// <summary>The first account's root user's first password; used where it has none yet.</summary>
    public string? RootPassword { get; init; }

    /// <summary>What is asked of those who sign in with a browser [AU-710, AU-713].</summary>
    public SignIn.SignInRules SignIn { get; init; } = new();

    /// <summary>Who cannot sign in with a browser without a second factor, in any account [AU-616].</summary>
    public Accounts.Mfa.SecondFactorNeed SecondFactor { get; init; } = Accounts.Mfa.SecondFactorNeed.Root;

    /// <summary>The base64 of the key-encryption key; the data folder's key file when it is not given [AU-212].</summary>
    public string? MasterKey { get; init; }

    /// <summary>How far a request's time may lie from ours, in minutes: 1 to 15 [AU-112].</summary>
    public int ClockSkewMinutes { get; init; } = 15;

    /// <summary>The regions that a signature may name; empty takes any [AU-114]. In others STS says that it is not activated [AU-300].</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>The networks of the proxies whose <c>X-Forwarded-Host</c>, <c>-Proto</c> and <c>-For</c> are believed; nobody's unless it is said [AU-126].</summary>
    public ImmutableArray<System.Net.IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>The host names of ours that stand for all regions, as <c>sts.amazonaws.com</c> does; two operations of STS do not work there [AU-300].</summary>
    public IReadOnlyList<string> GlobalHosts { get; init; } = [];

    /// <summary>The region we answer for, which a SigV4A region set must match [AU-162].</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>How many failed signatures a minute one access key may have from one network before it is throttled [AU-11].</summary>
    public int FailuresPerMinute { get; init; } = 60;

    /// <summary>How many days audit events and superseded rows are kept.</summary>
    public int RetentionDays { get; init; } = 90;

    /// <summary>How many events of reading and refused calls are kept a second, beyond a burst of ten times as many; the rest is counted and shed.</summary>
    public int AuditEventsPerSecond { get; init; } = 500;

    /// <summary>Whether a refused signature is answered with our canonical request, for people who write signers [AU-147].</summary>
    public bool EchoCanonicalRequest { get; init; }

    /// <summary>Whether denials carry a message that <c>sts:DecodeAuthorizationMessage</c> opens for callers of the account who may [PE-102].</summary>
    public bool AuthorizationMessages { get; init; }

    /// <summary>The file whose accounts, users, roles and policies the store must hold once the server has started: <c>--seed</c>.</summary>
    public string? Seed { get; init; }

    /// <summary>Whether everything may be reset, restored and moved in time by anyone who reaches the server: <c>--dev</c>.</summary>
    public bool Dev { get; init; }

    /// <summary>Whether a server in development mode may listen where others than this machine reach it.</summary>
    public bool DevAnyAddress { get; init; }

    /// <summary>How long requests in flight may take to end after a stop, in seconds.</summary>
    public int DrainSeconds { get; init; } = 30;

    /// <summary>What is allowed of identity providers beyond what AWS would [AU-408, AU-409].</summary>
    public Accounts.Federation.FederationRules Federation { get; init; } = Accounts.Federation.FederationRules.None;

    /// <summary>The listeners of workloads: <c>instance</c> and <c>container</c> [AU-810, AU-820].</summary>
    public IReadOnlyList<Gatehouse.Workloads.WorkloadListener> Workloads { get; init; } = [];

    /// <summary>The file that describes the Kubernetes clusters whose pods have roles; null when there are none [AU-831].</summary>
    public string? ClustersFile { get; init; }

    /// <summary>What that file says.</summary>
    public ImmutableArray<Accounts.Pods.PodCluster> Clusters { get; init; } = [];

    /// <summary>What is asked of lasting access keys beyond what AWS does [AU-208, AU-340].</summary>
    public Accounts.KeyRules Keys { get; init; } = Accounts.KeyRules.None;

    /// <summary>Whether one signature is taken once where the client says that it does not try again [AU-148].</summary>
    public bool ReplayCache { get; init; }

    /// <summary>How much accounts may have of what IAM counts.</summary>
    public Accounts.IamQuotas Quotas { get; init; } = new();

    /// <summary>Whether the store lives in memory only.</summary>
    public bool InMemory => Data == ":memory:";

    /// <inheritdoc/>
    public override string ToString() => $"{Urls} {Data}";
}

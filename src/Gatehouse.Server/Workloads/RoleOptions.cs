using System.Collections;
using System.CommandLine;
using System.CommandLine.Parsing;
using Gatehouse.Accounts.Identity;
using Gatehouse.Signatures;
using Gatehouse.Workloads;

namespace Gatehouse.Server.Workloads;

/// <summary>The options by which a role is asked for, and by what: a certificate, a token of an identity provider, or the access key of the environment.</summary>
internal sealed class RoleOptions
{
    private const int MostSeconds = 43200;

    private readonly Option<string> role = new("--role-arn", "--role") { Description = "The role.", HelpName = "ARN", Required = true };
    private readonly Option<string> certificate = File("--certificate", "Prove it by this certificate, as PEM (IAM Roles Anywhere); needs the three options below.");
    private readonly Option<string> key = File("--private-key", "Its private key, as PEM, not encrypted.");
    private readonly Option<string> anchor = Named("--trust-anchor-arn", "ARN", "The trust anchor.");
    private readonly Option<string> profile = Named("--profile-arn", "ARN", "The profile.");
    private readonly Option<string> intermediates = File("--intermediates", "The certificates between it and the trust anchor, as PEM.");
    private readonly Option<string> token = File("--web-identity-token-file", "Prove it by the token of an identity provider in this file, read anew each time.");
    private readonly Option<string> externalId = Named("--external-id", "ID", "What the role's trust policy asks of whoever holds an access key.");
    private readonly Option<string> name = Named("--role-session-name", "NAME", "The session's name; with a certificate, where the profile accepts one.");
    private readonly Option<string> region = Named("--region", "REGION", "The region; that of the trust anchor, AWS_REGION or AWS_DEFAULT_REGION unless given.");
    private readonly Option<string> endpoint = Named(
        "--endpoint", "URL", "Where the server is; AWS_ENDPOINT_URL_ROLESANYWHERE or AWS_ENDPOINT_URL_STS, or else AWS_ENDPOINT_URL, unless given.");

    private readonly Option<int> seconds;

    /// <summary>Makes them.</summary>
    /// <param name="leastSeconds">The shortest session.</param>
    internal RoleOptions(int leastSeconds)
    {
        seconds = new("--session-duration") { Description = $"How long the session lasts, in seconds: {leastSeconds} to {MostSeconds}.", HelpName = "SECONDS", DefaultValueFactory = _ => 3600 };
        seconds.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is var given && (given < leastSeconds || given > MostSeconds))
            {
                result.AddError($"--session-duration is {leastSeconds} to {MostSeconds}.");
            }
        });
    }

    /// <summary>The words of help about what proves who asks.</summary>
    internal const string Proofs =
        "Who asks is proved by a certificate (--certificate), by a token of an identity provider (--web-identity-token-file), or else by the access key of\n"
        + "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN. Profiles are not read.";

    /// <summary>Adds them to a command, with what must hold between them.</summary>
    internal void AddTo(Command command)
    {
        foreach (var option in (Option[])[role, certificate, key, anchor, profile, intermediates, token, externalId, seconds, name, region, endpoint])
        {
            command.Options.Add(option);
        }

        command.Validators.Add(Validate);
    }

    /// <summary>Reads what was given.</summary>
    /// <exception cref="WorkloadRefusal">There is no server or no proof, or one cannot be used.</exception>
    internal (RoleRequest Role, Func<TimeProvider, IRoleClient> Client) Read(ParseResult parsed, IDictionary environment)
    {
        var certified = parsed.GetValue(certificate) is not null;
        var asked = new RoleRequest
        {
            RoleArn = parsed.GetValue(role)!,
            Seconds = parsed.GetValue(seconds),
            SessionName = parsed.GetValue(name),
            Region = parsed.GetValue(region) ?? (certified ? RegionOf(parsed.GetValue(anchor)!) : Find("AWS_REGION") ?? Find("AWS_DEFAULT_REGION") ?? "us-east-1"),
            Endpoint = EndpointOf(parsed.GetValue(endpoint) ?? Find(certified ? "AWS_ENDPOINT_URL_ROLESANYWHERE" : "AWS_ENDPOINT_URL_STS") ?? Find("AWS_ENDPOINT_URL")),
        };
        if (certified)
        {
            var proof = new CertificateProof
            {
                Certificate = parsed.GetValue(certificate)!,
                PrivateKey = parsed.GetValue(key)!,
                Intermediates = parsed.GetValue(intermediates),
                TrustAnchorArn = parsed.GetValue(anchor)!,
                ProfileArn = parsed.GetValue(profile)!,
            };
            return (asked, clock => new CertificateClient(asked, proof, clock));
        }

        if (parsed.GetValue(token) is { } file)
        {
            return (asked, clock => new StsClient(asked, file, clock));
        }

        return Find("AWS_ACCESS_KEY_ID") is { } id && Find("AWS_SECRET_ACCESS_KEY") is { } secret
            ? (asked, clock => new StsClient(asked, new(id, secret, Find("AWS_SESSION_TOKEN")), parsed.GetValue(externalId), clock))
            : throw new WorkloadRefusal("Nothing proves who asks: give --certificate or --web-identity-token-file, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");

        string? Find(string variable) => environment[variable] is string { Length: > 0 } value ? value : null;
    }

    private static Option<string> File(string name, string description) => Named(name, "FILE", description);

    private static Option<string> Named(string name, string help, string description) => new(name) { Description = description, HelpName = help };

    private void Validate(CommandResult result)
    {
        if (result.GetValue(role) is { } arn && !IsRole(arn))
        {
            result.AddError($"'{arn}' is not the ARN of a role, such as arn:aws:iam::111122223333:role/web.");
        }

        var given = new[] { certificate, key, anchor, profile }.Where(Has).ToArray();
        if (given.Length is > 0 and < 4 || (given.Length == 0 && Has(intermediates)))
        {
            result.AddError("A certificate needs all of --certificate, --private-key, --trust-anchor-arn and --profile-arn.");
        }

        if (Has(token) && (given.Length > 0 || Has(intermediates)))
        {
            result.AddError("Give a certificate or --web-identity-token-file, not both.");
        }

        if (Has(externalId) && (given.Length > 0 || Has(token)))
        {
            result.AddError("--external-id goes with an access key alone.");
        }

        bool Has(Option<string> option) => result.GetValue(option) is not null;
    }

    private static bool IsRole(string text) => new Arn(text) is { IsWellFormed: true, Service: "iam", Account: { Length: 12 } account } arn
        && account.All(char.IsAsciiDigit) && arn.IsKind("role/") && text[^1] != '/';

    private static string RegionOf(string arn) => arn.Split(':') is [_, _, _, { Length: > 0 } region, ..]
        ? region
        : throw new WorkloadRefusal($"'{arn}' is not the ARN of a trust anchor, and no --region is given.");

    private static Uri EndpointOf(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo: "", Query: "" }
        ? uri
        : throw new WorkloadRefusal("Say where Gatehouse listens, with --endpoint or AWS_ENDPOINT_URL: an http or https address.");
}

using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gatehouse.Accounts.Sessions;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Workloads;

/// <summary>The metadata service of an instance, version 2, and version 1 where a listener allows it [AU-810 to AU-815].</summary>
internal sealed class InstanceEndpoint : IWorkloadEndpoint
{
    private const string Service = "ec2.amazonaws.com";
    private const string TokenPath = "api/token";
    private const string TokenHeader = "X-aws-ec2-metadata-token";
    private const string SecondsHeader = "X-aws-ec2-metadata-token-ttl-seconds";
    private const string Roles = "meta-data/iam/security-credentials/";

    // AWS's versions, as its service lists them: aliases of one tree here.
    private static readonly string[] Versions =
    [
        "1.0", "2007-01-19", "2007-03-01", "2007-08-29", "2007-10-10", "2007-12-15", "2008-02-01", "2008-09-01", "2009-04-04", "2011-01-01", "2011-05-01", "2012-01-12",
        "2014-02-25", "2014-11-05", "2015-10-20", "2016-04-19", "2016-06-30", "2016-09-02", "2018-03-28", "2018-08-17", "2018-09-24", "2019-10-01", "2020-10-27",
        "2021-01-03", "2021-03-23", "2021-07-15", "2022-09-24", "2024-04-11", "latest",
    ];

    private readonly WorkloadListener listener;
    private readonly IRoleSource roles;
    private readonly MetadataTokens tokens;
    private readonly string instance;
    private readonly Dictionary<string, string> facts;

    // What is asked without a token is another delivery, and other credentials: ec2:RoleDelivery tells them apart.
    private readonly KeptCredentials[] kept = [new(), new()];

    internal InstanceEndpoint(WorkloadListener listener, IRoleSource roles, TimeProvider clock, X509Certificate2? signer)
    {
        this.listener = listener;
        this.roles = roles;
        tokens = new(clock);
        var known = new InstanceFacts(listener, roles);
        instance = known.Id;
        facts = known.Paths(IdentityDocument.Sign(known.Document(), signer));
    }

    /// <inheritdoc/>
    public WorkloadAnswer Away => WorkloadAnswer.Refuse(503, "Service Unavailable");

    /// <inheritdoc/>
    public async Task<WorkloadAnswer> AnswerAsync(HttpRequest request, CancellationToken cancel)
    {
        var path = Below(request.Path.Value ?? "/");
        if (request.Method == "PUT")
        {
            return path == TokenPath ? IssueToken(request) : WorkloadAnswer.Refuse(405, "Method Not Allowed");
        }

        if (request.Method is not ("GET" or "HEAD"))
        {
            return WorkloadAnswer.Refuse(405, "Method Not Allowed");
        }

        var shown = request.Headers[TokenHeader];
        if (shown.Count > 1 || (shown is [{ } token] ? !tokens.IsGood(token, request.HttpContext.Connection.RemoteIpAddress) : !listener.AllowsVersion1))
        {
            return WorkloadAnswer.Refuse(401, "Unauthorized");
        }

        return path switch
        {
            null => request.Path.Value is "/" or "" ? WorkloadAnswer.Text(string.Join('\n', Versions)) : WorkloadAnswer.Refuse(404, "Not Found"),
            TokenPath => WorkloadAnswer.Refuse(405, "Method Not Allowed"),
            _ => await FindAsync(path, shown.Count == 1, cancel) ?? WorkloadAnswer.Refuse(404, "Not Found"),
        };
    }

    /// <inheritdoc/>
    public async Task PrepareAsync(CancellationToken cancel)
    {
        if (await roles.FindAsync(listener, cancel) is { Arn: { } arn } given)
        {
            await BeginAsync(given.Account, arn, second: true, cancel);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(kept, static one => one.Dispose());

    private WorkloadAnswer IssueToken(HttpRequest request)
    {
        // AWS: what came through a proxy gets no token.
        if (request.Headers.ContainsKey("X-Forwarded-For"))
        {
            return WorkloadAnswer.Refuse(403, "Forbidden");
        }

        return request.Headers[SecondsHeader] is [{ } text] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= MetadataTokens.MostSeconds
            ? WorkloadAnswer.Text(tokens.Issue(request.HttpContext.Connection.RemoteIpAddress, seconds)) with { TokenSeconds = seconds }
            : WorkloadAnswer.Refuse(400, "Bad Request");
    }

    private async ValueTask<WorkloadAnswer?> FindAsync(string path, bool second, CancellationToken cancel)
    {
        var given = await roles.FindAsync(listener, cancel);

        // AWS: a slash behind what is no folder is nothing; botocore asks so for the zone.
        var leaf = path.TrimEnd('/');
        if (given is { Name: { } name, Arn: { } arn } && leaf == Roles + name)
        {
            return await CredentialsAsync(given.Account, name, arn, second, cancel);
        }

        var tree = new Dictionary<string, string>(facts, StringComparer.Ordinal);
        if (given?.ProfileArn is { } profile)
        {
            tree["meta-data/iam/info"] = Encoding.UTF8.GetString(WorkloadAnswer.Json(json =>
            {
                json.WriteString("Code"u8, "Success"u8);
                json.WriteString("LastUpdated"u8, WorkloadAnswer.Moment(roles.Now));
                json.WriteString("InstanceProfileArn"u8, profile);
                json.WriteString("InstanceProfileId"u8, given.ProfileId);
            }));
        }

        if (given?.Name is { } role)
        {
            tree[Roles + role] = "";
        }

        return tree.TryGetValue(leaf, out var text) ? WorkloadAnswer.Text(text) : List(tree.Keys, path.Length == 0 || path[^1] == '/' ? path : path + "/");
    }

    private static WorkloadAnswer? List(IEnumerable<string> paths, string folder)
    {
        var names = paths.Where(path => path.StartsWith(folder, StringComparison.Ordinal))
            .Select(path => path[folder.Length..])
            .Select(path => path.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? path[..(slash + 1)] : path)
            .Select(name => folder.Length == 0 ? name.TrimEnd('/') : name) // AWS: what stands at the top is listed without a slash.
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null : WorkloadAnswer.Text(string.Join('\n', names));
    }

    private async ValueTask<WorkloadAnswer> CredentialsAsync(string account, string role, string roleArn, bool second, CancellationToken cancel)
    {
        WorkloadCredentials? credentials = null;
        try
        {
            credentials = await BeginAsync(account, roleArn, second, cancel);
        }
        catch (WorkloadRefusal refusal) when (!refusal.Away)
        {
            // Told below.
        }

        return new(200, "text/plain", WorkloadAnswer.Json(json =>
        {
            // AWS: a role that does not trust EC2 is told of with status 200, and a code that clients take for a failure.
            json.WriteString("Code"u8, credentials is null ? "AssumeRoleUnauthorizedAccess" : "Success");
            json.WriteString("LastUpdated"u8, WorkloadAnswer.Moment(credentials?.Issued ?? roles.Now));
            if (credentials is null)
            {
                json.WriteString("Message"u8, $"EC2 cannot assume the role {role}. Please see documentation at https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_iam-ec2.html#troubleshoot_iam-ec2_errors-info-doc.");
                return;
            }

            json.WriteString("Type"u8, "AWS-HMAC"u8);
            WorkloadAnswer.Write(json, credentials);
        }));
    }

    private ValueTask<WorkloadCredentials> BeginAsync(string account, string role, bool second, CancellationToken cancel)
    {
        var arn = $"arn:aws:ec2:{roles.Region}:{account}:instance/{instance}";
        var session = new WorkloadSession(
            Service, instance, SessionDelivery.InstanceMetadata, arn, [new("ec2:RoleDelivery", [second ? "2.0" : "1.0"]), new("ec2:SourceInstanceArn", [arn])]);
        return kept[second ? 1 : 0].FindAsync(role, roles.Now, stop => roles.BeginAsync(listener, session, stop), cancel, roles.Stands);
    }

    // /latest/…, /1.0/… and /2021-03-23/… are one tree; anything else is no path of ours.
    private static string? Below(string path)
    {
        var words = path.TrimStart('/').Split('/', 2);
        return Versions.Contains(words[0]) ? words.Length == 2 ? words[1] : "" : null;
    }
}

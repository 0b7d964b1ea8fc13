using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Gatehouse.Signatures;
using Gatehouse.Workloads;

namespace Gatehouse.Server.Workloads;

/// <summary>Asks STS for a role: with a token of an identity provider, unsigned, or with an access key.</summary>
internal sealed class StsClient : IRoleClient
{
    private const string Version = "2011-06-15";

    // What a while helps against: the server or the provider is there, and has no time.
    private static readonly string[] Passing = ["Throttling", "ThrottlingException", "IDPCommunicationError", "ServiceUnavailable", "InternalFailure"];

    private readonly RoleServer server;
    private readonly RoleRequest role;
    private readonly TimeProvider clock;
    private readonly string? tokenFile;
    private readonly string? externalId;
    private readonly Signer? signer;

    /// <summary>A client that shows a token.</summary>
    /// <param name="role">What is asked for.</param>
    /// <param name="tokenFile">The file of the token; read each time, since whoever made it replaces it.</param>
    /// <param name="clock">The clock.</param>
    internal StsClient(RoleRequest role, string tokenFile, TimeProvider clock)
        : this(role, clock) => this.tokenFile = tokenFile;

    /// <summary>A client that signs.</summary>
    /// <param name="role">What is asked for.</param>
    /// <param name="key">The access key.</param>
    /// <param name="externalId">What the role's trust policy may ask for; null for nothing.</param>
    /// <param name="clock">The clock.</param>
    internal StsClient(RoleRequest role, SigningCredentials key, string? externalId, TimeProvider clock)
        : this(role, clock) => (signer, this.externalId) = (new(key, role.Region, "sts"), externalId);

    private StsClient(RoleRequest role, TimeProvider clock)
    {
        this.role = role;
        this.clock = clock;
        server = new(role.Endpoint);
    }

    /// <inheritdoc/>
    public async Task<WorkloadCredentials> AskAsync(string sessionName, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var request = Compose(role.SessionName ?? sessionName);
        var (success, body) = await server.SendAsync(signer?.Sign(request, now).Request ?? request, cancel);
        return Read(success, body, now);
    }

    /// <inheritdoc/>
    public void Dispose() => server.Dispose();

    private OutgoingRequest Compose(string sessionName)
    {
        (string Name, string? Value)[] form =
        [
            ("Action", tokenFile is null ? "AssumeRole" : "AssumeRoleWithWebIdentity"),
            ("Version", Version),
            ("RoleArn", role.RoleArn),
            ("RoleSessionName", sessionName),
            ("DurationSeconds", role.Seconds.ToString(CultureInfo.InvariantCulture)),
            ("ExternalId", externalId),
            ("WebIdentityToken", tokenFile is null ? null : ProofFile.Read(tokenFile).Trim()),
        ];
        return new()
        {
            Method = "POST",
            Target = server.Path,
            Headers = [new("Host", server.Authority), new("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
            Body = Encoding.UTF8.GetBytes(string.Join('&', form.Where(field => field.Value is not null).Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value!)}"))),
        };
    }

    private WorkloadCredentials Read(bool success, byte[] body, DateTimeOffset now)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var answer = XDocument.Load(reader);
            return success
                ? new(role.RoleArn, Text("AccessKeyId"), Text("SecretAccessKey"), Text("SessionToken"), now, DateTimeOffset.Parse(Text("Expiration"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal))
                : throw new WorkloadRefusal($"{Text("Code")}: {Text("Message")}", away: Passing.Contains(Text("Code"), StringComparer.Ordinal));

            string Text(string name) => answer.Descendants().FirstOrDefault(found => found.Name.LocalName == name)?.Value ?? throw new FormatException();
        }
        catch (Exception other) when (other is XmlException or FormatException)
        {
            throw new WorkloadRefusal("The endpoint does not answer as STS does.");
        }
    }
}

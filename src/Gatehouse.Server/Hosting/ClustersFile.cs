using System.Collections.Immutable;
using System.Text.Json;
using Gatehouse.Accounts.Pods;
using Gatehouse.Federation;
using Gatehouse.Policies;
using Gatehouse.Workloads;

namespace Gatehouse.Server.Hosting;

/// <summary>Reads the file of Kubernetes clusters, YAML by its name and JSON otherwise. What it does not know stops the start [AU-831].</summary>
internal sealed class ClustersFile
{
    private const int MostIssuer = 255;
    private const int MostRole = 2048;

    private readonly string file;
    private readonly Settings settings;

    private ClustersFile(string file, Settings settings) => (this.file, this.settings) = (file, settings);

    /// <summary>The settings with what the file says that they name.</summary>
    /// <exception cref="SettingsException">The file cannot be read, or says what cannot be.</exception>
    internal static Settings Apply(Settings settings)
    {
        try
        {
            return CheckListeners(settings.ClustersFile is { } file ? settings with { Clusters = new ClustersFile(file, settings).Read() } : settings);
        }
        catch (InputException wrong)
        {
            throw new SettingsException($"Clusters: {wrong.Message}");
        }
    }

    private static Settings CheckListeners(Settings settings) =>
        settings.Workloads.FirstOrDefault(one => one.Kind == WorkloadKind.Pod && settings.Clusters.Count(known => known.Account == one.Account && known.Name == one.Name) != 1) is { } lost
            ? throw new SettingsException($"Workloads: {lost.Url} is for pods of the cluster '{lost.Name}' in account {lost.Account}: the file that Clusters names must describe it, once.")
            : settings;

    private ImmutableArray<PodCluster> Read()
    {
        var text = TextFile.Read(file);
        using var document = JsonFields.Parse(Yaml.Is(file) ? Yaml.ToJson(text, file) : text, file);
        var found = new Dictionary<string, PodCluster>(StringComparer.Ordinal);
        foreach (var (item, path) in new JsonFields(document.RootElement, file, "file", "clusters").Items("clusters"))
        {
            var cluster = Cluster(item, path);
            if (!found.TryAdd(cluster.Arn.Text, cluster))
            {
                throw new InputException($"{file}: {path}: {cluster.Arn.Text} stands there already");
            }
        }

        return found.Count > 0 ? [.. found.Values] : throw new InputException($"{file}: needs 'clusters', with one at least");
    }

    private PodCluster Cluster(JsonElement item, string path)
    {
        var fields = new JsonFields(item, file, path, "name", "account", "region", "issuer", "keys", "associations");
        var account = Needed(fields, "account", IsAccount, "an account id: twelve digits, in quotes");
        var keys = fields.Text("keys") is { } place ? Keys(fields, Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, place)) : null;
        var cluster = new PodCluster
        {
            Name = Needed(fields, "name", IsName, "a name of letters, digits, - and _, 1 to 100 of them"),
            Account = account,
            Region = fields.Text("region") is null ? settings.Region : Needed(fields, "region", IsRegion, "a region such as us-east-1"),
            Issuer = Issuer(fields, keys is not null),
            Keys = keys,
        };
        var associations = ImmutableArray.CreateBuilder<PodAssociation>();
        foreach (var (one, at) in fields.Items("associations"))
        {
            var association = Association(one, at, account);
            if (associations.Any(other => other.Namespace == association.Namespace && other.ServiceAccount == association.ServiceAccount))
            {
                throw new InputException($"{file}: {at}: the service account has a role already");
            }

            associations.Add(association);
        }

        return cluster with { Associations = associations.ToImmutable() };
    }

    private PodAssociation Association(JsonElement item, string path, string account)
    {
        var fields = new JsonFields(item, file, path, "namespace", "serviceAccount", "role");
        var role = Needed(fields, "role", IsRole, "the ARN of a role");
        return role.Split(':')[4] == account
            ? new(Needed(fields, "namespace", PodNames.IsLabel, "the name of a namespace"), Needed(fields, "serviceAccount", PodNames.IsDomain, "the name of a service account"), role)
            : throw new InputException($"{file}: {path}.role: must be in the cluster's account {account}");
    }

    private string Issuer(JsonFields fields, bool pinned)
    {
        var issuer = fields.NeededText("issuer");
        return issuer.Length <= MostIssuer && Uri.TryCreate(issuer, UriKind.Absolute, out var url) && url is { Scheme: "https" or "http", UserInfo: "", Query: "", Fragment: "" }
            ? pinned || url.Scheme == "https" || settings.Federation.Names(issuer)
                ? issuer
                : throw new InputException($"{file}: {fields.Path}.issuer: over http it is only asked for its keys where FederationDevIssuers names it; or give its 'keys'")
            : throw fields.Wrong(fields.Path + ".issuer", "the issuer of the cluster's tokens, a URL");
    }

    private string Keys(JsonFields fields, string path)
    {
        var text = TextFile.Read(path);
        return IdentityProofs.IsKeySet(text) ? text : throw fields.Wrong(fields.Path + ".keys", "a file with a JSON Web Key Set (kubectl get --raw /openid/v1/jwks)");
    }

    private static string Needed(JsonFields fields, string name, Func<string, bool> good, string wanted) =>
        fields.NeededText(name) is var text && good(text) ? text : throw fields.Wrong($"{fields.Path}.{name}", wanted);

    private static bool IsName(string text) => text.Length is > 0 and <= 100 && char.IsAsciiLetterOrDigit(text[0]) && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private static bool IsAccount(string text) => text.Length == 12 && text.All(char.IsAsciiDigit);

    private static bool IsRegion(string text) => text.Split('-') is [{ Length: 2 }, .., [>= '0' and <= '9']] and { Length: >= 3 } && text.All(static letter => letter == '-' || char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter));

    private static bool IsRole(string text) => text.Length <= MostRole && text.Split(':') is ["arn", "aws", "iam", "", var account, var role] && IsAccount(account)
        && role.StartsWith("role/", StringComparison.Ordinal) && role[^1] != '/' && role.All(static letter => letter is > ' ' and <= '~');
}

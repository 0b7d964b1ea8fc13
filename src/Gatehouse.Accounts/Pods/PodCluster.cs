using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Pods;

/// <summary>A Kubernetes cluster whose pods have roles, as the operator describes it: EKS is not here to ask.</summary>
public sealed record PodCluster
{
    private const int IdLength = 17;

    /// <summary>Its name, unique in account and region.</summary>
    public required string Name { get; init; }

    /// <summary>Its account.</summary>
    public required string Account { get; init; }

    /// <summary>Its region.</summary>
    public required string Region { get; init; }

    /// <summary>Who issues the tokens of its service accounts: <c>iss</c>.</summary>
    public required string Issuer { get; init; }

    /// <summary>The issuer's keys, as a JSON Web Key Set; null when the issuer is asked for them.</summary>
    public string? Keys { get; init; }

    /// <summary>Which service accounts have which roles.</summary>
    public ImmutableArray<PodAssociation> Associations { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Its ARN.</summary>
    public Arn Arn => ArnOf(Region, Account, Name);

    /// <summary>The ARN of a cluster, whether it is there or not.</summary>
    public static Arn ArnOf(string region, string account, string name) => new($"arn:aws:eks:{region}:{account}:cluster/{name}");

    /// <summary>The association of a service account; null when it has none.</summary>
    public PodAssociation? Find(string space, string serviceAccount) => Associations.FirstOrDefault(one => one.Namespace == space && one.ServiceAccount == serviceAccount);

    /// <summary>The id of an association: it follows from what it is of, so that it is the same on every node.</summary>
    public string IdOf(PodAssociation association)
    {
        ArgumentNullException.ThrowIfNull(association);
        return "a-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Arn.Text}/{association.Namespace}/{association.ServiceAccount}")))[..IdLength];
    }

    /// <summary>The ARN of an association.</summary>
    public Arn ArnOf(PodAssociation association) => new($"arn:aws:eks:{Region}:{Account}:podidentityassociation/{Name}/{IdOf(association)}");
}

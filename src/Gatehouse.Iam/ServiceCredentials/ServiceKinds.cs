using System.Collections.Frozen;
using System.Text;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.ServiceCredentials;

/// <summary>The services for which a user may have credentials of their own, and what those look like.</summary>
/// <param name="Name">Its service principal.</param>
/// <param name="ApiKey">The letters that its API keys begin with; null for services that take a user name and a password.</param>
internal sealed record ServiceKinds(string Name, string? ApiKey)
{
    private static readonly FrozenDictionary<string, ServiceKinds> Known = new ServiceKinds[]
    {
        new("codecommit.amazonaws.com", null),
        new("cassandra.amazonaws.com", null),
        new("bedrock.amazonaws.com", "ABSK"),
    }.ToFrozenDictionary(kind => kind.Name, StringComparer.Ordinal);

    /// <summary>The service of a name.</summary>
    /// <exception cref="NoSuchEntityException">It gives no such credentials. AWS says so, though its model has an error of its own for this.</exception>
    internal static ServiceKinds Require(string name) =>
        Known.GetValueOrDefault(name) ?? throw new NoSuchEntityException($"No such service {name} is supported for Service Specific Credentials");

    /// <summary>A new secret that goes with a name.</summary>
    internal string NewSecret(IdSource ids, string alias) => ApiKey is null
        ? ids.NewServiceSecret(44)
        : ApiKey + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{alias}:{ids.NewServiceSecret(33)}"));
}

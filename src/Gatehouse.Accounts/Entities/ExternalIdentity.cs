using System.Text.Json.Serialization;

namespace Gatehouse.Accounts.Entities;

/// <summary>An id that another directory knows somebody by.</summary>
/// <param name="Issuer">That directory.</param>
/// <param name="Id">The id.</param>
public sealed record ExternalIdentity(string Issuer, string Id)
{
    /// <summary>What finds whoever has it, by <see cref="Table{T}.Mentioning"/>. Neither part holds a line break.</summary>
    [JsonIgnore]
    public string Mention => $"external\n{Issuer}\n{Id}";
}

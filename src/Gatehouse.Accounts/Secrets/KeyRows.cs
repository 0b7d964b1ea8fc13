using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts.Secrets;

/// <summary>The row of the installation itself. Reaches the disk, as the others here.</summary>
internal sealed record DeploymentRow(string Id);

/// <summary>The row of a data key: whose it is, and the key, wrapped.</summary>
internal sealed record DataKeyRow(string Account, WrappedKey Key, DateTimeOffset Created);

/// <summary>The row of a session key: since when it is there, and the key, sealed under the installation's data key.</summary>
internal sealed record SessionKeyRow(DateTimeOffset Created, SealedSecret Box);

/// <summary>The row of the key that signs instance identity documents: its certificate as base64 of the DER, and the key, sealed under the installation's data key.</summary>
internal sealed record InstanceIdentityRow(DateTimeOffset Created, string Certificate, SealedSecret Box);

/// <summary>The tables of the stream of keys, and how their rows are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(DeploymentRow))]
[JsonSerializable(typeof(DataKeyRow))]
[JsonSerializable(typeof(SessionKeyRow))]
[JsonSerializable(typeof(InstanceIdentityRow))]
internal sealed partial class KeyRows : JsonSerializerContext
{
    internal const string Deployment = "deployment";
    internal const string DataKeys = "dek";
    internal const string SessionKeys = "session-key";
    internal const string InstanceIdentity = "instance-identity";

    /// <summary>The one key of the table <see cref="Deployment"/>.</summary>
    internal const string DeploymentKey = "id";

    /// <summary>The one key of the table <see cref="InstanceIdentity"/>.</summary>
    internal const string InstanceIdentityKey = "self";

    internal static Row Put<T>(string table, string key, T row, JsonTypeInfo<T> type) => Row.Put(table, key, JsonSerializer.SerializeToUtf8Bytes(row, type));

    /// <exception cref="MasterKeyException">The row cannot be read.</exception>
    internal static T Read<T>(Row row, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(row.Value.Span, type) ?? throw new JsonException();
        }
        catch (JsonException failed)
        {
            throw new MasterKeyException($"The row {row.Table}/{row.Key} of the store's keys cannot be read. Put a backup of the store in its place.", failed);
        }
    }
}

using System.Text.Json.Serialization;

namespace Gatehouse.Server.Audit;

/// <summary>How additional data is written.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class AuditDataJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Gatehouse.Accounts.Issuing;

/// <summary>How the heads of tokens are written, without reflection.</summary>
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class IssuingJson : JsonSerializerContext;

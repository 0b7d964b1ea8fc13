using System.Text.Json.Serialization;

namespace Gatehouse.Accounts.Sessions;

/// <summary>How trade-in tokens are written before they are sealed, without reflection.</summary>
[JsonSerializable(typeof(TradeInToken))]
internal sealed partial class TradeInJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Gatehouse.SignIn.Broker;

/// <summary>How tokens of brokers are written before they are sealed, without reflection.</summary>
[JsonSerializable(typeof(SigninToken))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class BrokerJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>How what is sealed for the portal is written, without reflection.</summary>
[JsonSerializable(typeof(PortalToken))]
[JsonSerializable(typeof(RegisteredClient))]
internal sealed partial class PortalJson : JsonSerializerContext;

using System.Text.Json.Serialization;

namespace Gatehouse.Accounts.Logins;

/// <summary>How what is sealed of logins is written, without reflection.</summary>
[JsonSerializable(typeof(RefreshToken))]
internal sealed partial class LoginJson : JsonSerializerContext;

namespace Gatehouse.IdentityCenter.Tokens;

/// <summary>The ways in which programs that are registered ask for tokens [AU-851].</summary>
internal static class GrantTypes
{
    internal const string Code = "authorization_code";
    internal const string Device = "urn:ietf:params:oauth:grant-type:device_code";
    internal const string Refresh = "refresh_token";

    internal static bool IsKnown(string grantType) => grantType is Code or Device or Refresh;
}

namespace Gatehouse.IdentityCenter.Tokens;

/// <summary>What CreateTokenWithIAM calls grants and tokens (RFC 7523, RFC 8693).</summary>
internal static class IamGrantTypes
{
    internal const string JwtBearer = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    internal const string TokenExchange = "urn:ietf:params:oauth:grant-type:token-exchange";
    internal const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";
    internal const string RefreshToken = "urn:ietf:params:oauth:token-type:refresh_token";

    internal static bool IsKnown(string grantType) => grantType is GrantTypes.Code or GrantTypes.Refresh or JwtBearer or TokenExchange;
}

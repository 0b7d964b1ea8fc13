using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Contracts.SsoOidc;
using Gatehouse.IdentityCenter.Tokens;

namespace Gatehouse.IdentityCenter.Tests.Tokens;

public sealed class RegisterClientTests : TokenGivens
{
    [Fact]
    public void A_program_is_registered_for_ninety_days_and_nothing_is_written() // [AU-850]
    {
        var before = Center.Account.Account.Version;

        var client = Register();

        Assert.Equal(TimeSpan.FromDays(90), TimeSpan.FromSeconds((double)(client.ClientSecretExpiresAt! - client.ClientIdIssuedAt!)));
        Assert.Equal(("http://localhost:4566/authorize", "http://localhost:4566/token"), (client.AuthorizationEndpoint, client.TokenEndpoint));
        Assert.Equal(before, Center.Account.Account.Version);
        Assert.InRange(client.ClientId!.Length, 40, RegisteredClient.MaxLength);
    }

    [Fact]
    public void A_registration_outlives_the_keys_of_sessions_and_ends_when_it_says()
    {
        var client = Register();
        Center.Account.Clock.Advance(TimeSpan.FromDays(89));
        Assert.NotNull(Start(client));

        Center.Account.Clock.Advance(TimeSpan.FromDays(1));
        Refused<InvalidClientException>(401, "invalid_client", () => Start(client));
    }

    [Theory]
    [InlineData("confidential")]
    [InlineData("Public")]
    public void Clients_are_public(string type) => Refused<InvalidClientMetadataException>(400, "invalid_client_metadata", () => Register(request => new() { ClientName = "x", ClientType = type }));

    [Theory]
    [InlineData("http://example.com/cb")]
    [InlineData("http://localhost/cb")]
    [InlineData("https://user@example.com/cb")]
    [InlineData("https://example.com/cb#part")]
    [InlineData("custom:cb")]
    [InlineData("/cb")]
    public void Codes_go_to_this_machine_or_over_TLS(string uri) => Refused<InvalidRedirectUriException>(
        400, "invalid_redirect_uri", () => Register(_ => new() { ClientName = "x", ClientType = "public", RedirectUris = [uri], GrantTypes = [GrantTypes.Code] }));

    [Fact]
    public void The_grant_of_codes_needs_addresses() => Refused<InvalidRedirectUriException>(
        400, "invalid_redirect_uri", () => Register(_ => new() { ClientName = "x", ClientType = "public", GrantTypes = [GrantTypes.Code] }));

    [Fact]
    public void Unknown_grants_scopes_and_issuers_are_refused()
    {
        Refused<UnsupportedGrantTypeException>(400, "unsupported_grant_type", () => Register(_ => new() { ClientName = "x", ClientType = "public", GrantTypes = ["password"] }));
        Refused<InvalidScopeException>(400, "invalid_scope", () => Register(_ => new() { ClientName = "x", ClientType = "public", Scopes = ["iam:everything"] }));
        Refused<InvalidRequestException>(400, "invalid_request", () => Register(_ => new() { ClientName = "x", ClientType = "public", IssuerUrl = "https://d-9999999999.awsapps.com/start" }));
        Refused<InvalidClientMetadataException>(400, "invalid_client_metadata", () => Register(_ => new() { ClientName = new string('x', 257), ClientType = "public" }));
    }

    [Fact]
    public void What_does_not_fit_into_an_id_is_refused() => Refused<InvalidClientMetadataException>(400, "invalid_client_metadata", () => Register(_ => new()
    {
        ClientName = "x",
        ClientType = "public",
        GrantTypes = [GrantTypes.Code],
        RedirectUris = [.. Enumerable.Range(0, 10).Select(_ => $"https://example.com/{Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(200))}")],
    }));
}

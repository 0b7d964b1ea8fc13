using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Accounts.Logins;
using Gatehouse.Contracts.SsoOidc;
using Gatehouse.IdentityCenter.Tokens;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Tests.Tokens;

/// <summary>What the tests of tokens share: a program, and somebody who lets it in.</summary>
public abstract class TokenGivens
{
    internal const string StartUrl = "https://d-0123456789.awsapps.com/start";
    internal const string Callback = "http://127.0.0.1/oauth/callback";
    internal const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    internal PortalFixture Center { get; } = new();

    internal RegisterClientResponse Register(Func<RegisterClientRequest, RegisterClientRequest>? change = null)
    {
        var request = new RegisterClientRequest { ClientName = "botocore-client-dev", ClientType = "public", Scopes = [PortalGrant.AccountAccess] };
        return Center.Account.Reach<RegisterClient, RegisterClientRequest, RegisterClientResponse>(change?.Invoke(request) ?? request, Center.Unsigned);
    }

    internal RegisterClientResponse RegisterForCodes() => Register(_ => new()
    {
        ClientName = "AWS CLI",
        ClientType = "public",
        Scopes = [PortalGrant.AccountAccess],
        RedirectUris = [Callback],
        GrantTypes = [GrantTypes.Code, GrantTypes.Refresh],
        IssuerUrl = StartUrl,
    });

    internal StartDeviceAuthorizationResponse Start(RegisterClientResponse client, string startUrl = StartUrl, string? secret = null) =>
        Center.Account.Reach<StartDeviceAuthorization, StartDeviceAuthorizationRequest, StartDeviceAuthorizationResponse>(
            new() { ClientId = client.ClientId!, ClientSecret = secret ?? client.ClientSecret!, StartUrl = startUrl }, Center.Unsigned);

    internal CreateTokenResponse Ask(CreateTokenRequest request) => Center.Account.Reach<CreateToken, CreateTokenRequest, CreateTokenResponse>(request, Center.Unsigned);

    internal CreateTokenRequest OfDevice(RegisterClientResponse client, StartDeviceAuthorizationResponse started) =>
        new() { ClientId = client.ClientId!, ClientSecret = client.ClientSecret!, GrantType = GrantTypes.Device, DeviceCode = started.DeviceCode };

    internal CreateTokenRequest OfCode(RegisterClientResponse client, string code, string redirect = "http://127.0.0.1:40123/oauth/callback", string verifier = Verifier) =>
        new() { ClientId = client.ClientId!, ClientSecret = client.ClientSecret!, GrantType = GrantTypes.Code, Code = code, RedirectUri = redirect, CodeVerifier = verifier };

    internal CreateTokenRequest OfRefresh(RegisterClientResponse client, string? token) =>
        new() { ClientId = client.ClientId!, ClientSecret = client.ClientSecret!, GrantType = GrantTypes.Refresh, RefreshToken = token };

    internal PortalSession Session() => new()
    {
        Account = Center.Account.Account.Id,
        StoreId = PortalFixture.StoreId,
        UserId = PortalFixture.UserId,
        Id = new string('a', 32),
        Began = Center.Account.Clock.GetUtcNow(),
        Ends = Center.Account.Clock.GetUtcNow() + PortalSession.Life,
        PasswordOf = Center.User.PasswordSet,
    };

    internal PortalGrant Grant(string clientId, params string[] scopes) =>
        new() { Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), Session = Session(), Client = RegisteredClient.HashOf(clientId), Scopes = [.. scopes] };

    /// <summary>What the page of devices does.</summary>
    internal bool Decide(StartDeviceAuthorizationResponse started, PortalGrant? grant) =>
        Center.Account.Installation.Devices.FindByUserCode(started.UserCode, Center.Account.Clock.GetUtcNow())?.TryDecide(grant, Center.Account.Clock.GetUtcNow()) ?? false;

    /// <summary>What the page of consent does.</summary>
    internal string Code(RegisterClientResponse client, string redirect = "http://127.0.0.1:40123/oauth/callback") => Center.Account.Installation.PortalCodes.TryIssue(
        new()
        {
            Grant = Grant(client.ClientId!, PortalGrant.AccountAccess),
            RedirectUri = redirect,
            Challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            Ends = Center.Account.Clock.GetUtcNow() + AuthorizationCode.Life,
        },
        Center.Account.Clock.GetUtcNow())!;

    internal static void Refused<T>(int status, string error, Func<object> act)
        where T : ApiException
    {
        var refusal = Assert.Throws<T>(act);
        Assert.Equal((status, error), (refusal.Status, (string?)typeof(T).GetProperty("Error")!.GetValue(refusal)));
    }
}

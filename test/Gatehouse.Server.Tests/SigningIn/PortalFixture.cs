using System.Net;
using System.Text;
using System.Text.Json;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>A server with an instance of Identity Center, whose people have the permission set <c>Reader</c> in its account.</summary>
public sealed class PortalFixture : SignInFixture, IAsyncLifetime
{
    internal const string Store = "d-0123456789";
    internal const string Portal = "/start/" + Store;
    internal const string StartUrl = "https://d-0123456789.awsapps.com/start";

    private readonly PermissionSet reader = new() { Id = "ps-0123456789abcdef", Name = "Reader", Description = "Looks at things", Created = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero) };
    private int people;

    internal Installation Installation => Server.Installation;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await Installation.Names.ClaimAsync(IdentityCenterInstance.StoreNames, Store, ServerFixture.Account, CancellationToken.None);
        var instance = new IdentityCenterInstance { Id = "ssoins-0123456789abcdef", IdentityStoreId = Store, Region = "us-east-1", Created = reader.Created };
        await ChangeAsync(draft =>
        {
            draft.Put(instance);
            draft.Put(reader);
            draft.Put(new Role
            {
                Id = "AROAREADERREADERREADE",
                Name = reader.RoleNameIn(ServerFixture.Account),
                Path = instance.RolePath,
                Created = reader.Created,
                MaxSessionSeconds = 43200,
                AttachedPolicies = ["arn:aws:iam::aws:policy/IAMReadOnlyAccess"],
                TrustPolicy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"PROVIDER"},"Action":["sts:AssumeRoleWithSAML","sts:TagSession"],"Condition":{"StringEquals":{"SAML:aud":"https://signin.aws.amazon.com/saml"}}}}"""
                    .Replace("PROVIDER", instance.ProviderArnIn(ServerFixture.Account), StringComparison.Ordinal),
            });
        });
    }

    /// <summary>Changes the account by hand.</summary>
    internal async Task ChangeAsync(Action<Draft> change)
    {
        var slot = (await Installation.Accounts.FindAsync(ServerFixture.Account, CancellationToken.None))!;
        await Installation.Accounts.ChangeAsync(
            slot,
            new() { Caller = Caller.Anonymous, Account = slot.Current, Installation = Installation, Now = Server.Clock.GetUtcNow(), Region = "us-east-1", RequestId = "" },
            draft =>
            {
                change(draft);
                return true;
            },
            null,
            CancellationToken.None);
    }

    /// <summary>Somebody new, with the password that all have.</summary>
    internal async Task<IdentityUser> NewPersonAsync(bool reset = false, bool assigned = true)
    {
        var now = Server.Clock.GetUtcNow();
        var user = new IdentityUser
        {
            Id = Installation.Ids.NewUuid(),
            UserName = $"person-{Interlocked.Increment(ref people)}",
            Created = now,
            CreatedBy = "",
            Updated = now,
            UpdatedBy = "",
            Password = await Installation.Passwords.HashAsync(Password, null, CancellationToken.None),
            PasswordSet = now,
            PasswordResetRequired = reset,
        };
        await ChangeAsync(draft =>
        {
            draft.Put(user);
            if (assigned)
            {
                draft.Put(new AccountAssignment { AccountId = ServerFixture.Account, PermissionSetId = reader.Id, PrincipalId = user.Id });
            }
        });
        return user;
    }

    /// <summary>A browser whose user has typed a name and a password at the portal.</summary>
    internal async Task<Browser> EnterAsync(string name, string password = Password)
    {
        var browser = NewBrowser();
        await browser.OpenAsync(Portal);
        await browser.SubmitAsync("/start/signin", ("userName", name), ("password", password));
        return browser;
    }

    /// <summary>Asks sso-oidc or the portal; nobody signs that.</summary>
    internal async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(string method, string path, object? body = null, string? bearer = null)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(Server.Endpoint, path));
        if (body is not null)
        {
            request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        }

        if (bearer is not null)
        {
            request.Headers.Add("x-amz-sso_bearer_token", bearer);
        }

        using var response = await Server.Client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
    }

    /// <summary>Whose credentials a portal has given out.</summary>
    internal async Task<string?> WhoAsync(JsonElement credentials) => (await Server.QueryAsync(
        new SigningCredentials(credentials.GetProperty("accessKeyId").GetString()!, credentials.GetProperty("secretAccessKey").GetString()!, credentials.GetProperty("sessionToken").GetString()),
        "sts",
        "GetCallerIdentity"))["Arn"];
}

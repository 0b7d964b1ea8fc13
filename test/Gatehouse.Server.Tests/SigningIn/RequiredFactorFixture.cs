using System.Collections;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Server.Sessions;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>A server that asks nobody for a second factor, with an account that asks everybody.</summary>
public sealed class RequiredFactorFixture : SignInFixture, IAsyncLifetime
{
    private int strangers;

    /// <summary>Browsers know it by a name, for passkeys.</summary>
    public RequiredFactorFixture()
        : base("http://localhost:4566") => SecondFactor = SecondFactorNeed.None;

    /// <summary>The name of whoever came last.</summary>
    internal string Last => $"stranger{strangers}";

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await RequireAsync("all");
    }

    /// <summary>Makes a user who has no device and, but for a policy, no rights; and signs them in as far as the password goes.</summary>
    internal async Task<Browser> StrangerAsync(string? policy = null, bool reset = false)
    {
        strangers++;
        await NewUserAsync(Last, policy, reset);
        return await SignInAsync(Last);
    }

    /// <summary>Says who needs a second factor, by the command; or asks.</summary>
    /// <returns>What it prints.</returns>
    internal async Task<string> RequireAsync(string? who)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var environment = new Hashtable
        {
            ["AWS_ENDPOINT_URL"] = Server.Endpoint.ToString(),
            ["AWS_ACCESS_KEY_ID"] = ServerFixture.Root.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = "rootsecretrootsecretrootsecretrootsecret",
        };
        string[] arguments = who is null ? ["settings"] : ["settings", "--require-mfa", who];
        Assert.Equal(0, await SignInsCommand.Build(environment, Server.Clock).Parse(arguments).InvokeAsync(new() { Output = output }, TestContext.Current.CancellationToken));
        return output.ToString();
    }
}

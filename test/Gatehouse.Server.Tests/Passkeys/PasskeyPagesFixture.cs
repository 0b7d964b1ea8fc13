using System.Text.Json.Nodes;
using System.Xml.Linq;
using Gatehouse.Accounts.Mfa;

namespace Gatehouse.Server.Tests.Passkeys;

/// <summary>A server that its users know as localhost, with users who sign in.</summary>
public sealed class PasskeyPagesFixture : IAsyncLifetime
{
    private const string Password = "correct Horse 7 battery";

    /// <summary>The server.</summary>
    public ServerFixture Host { get; } = new() { Adjust = static settings => settings with { PublicUrl = "http://localhost:4566" } };

    public ValueTask InitializeAsync() => Host.InitializeAsync();

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    internal async Task AddUserAsync(string name, string allowed, string? denied)
    {
        await DoAsync("CreateUser", ("UserName", name));
        await DoAsync("CreateLoginProfile", ("UserName", name), ("Password", Password));
        var statements = $$"""{"Effect":"Allow","Action":"{{allowed}}","Resource":"*"}{{(denied is null ? "" : "," + denied)}}""";
        await DoAsync("PutUserPolicy", ("UserName", name), ("PolicyName", "own"), ("PolicyDocument", $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}"""));
    }

    /// <summary>Gives a user a device that shows codes.</summary>
    /// <returns>Its seed, in base32.</returns>
    internal async Task<string> AddPhoneAsync(string user)
    {
        var made = await DoAsync("CreateVirtualMFADevice", ("VirtualMFADeviceName", user));
        var seed = System.Text.Encoding.ASCII.GetString(Convert.FromBase64String(made.Descendants().Single(element => element.Name.LocalName == "Base32StringSeed").Value));
        await DoAsync(
            "EnableMFADevice", ("UserName", user), ("SerialNumber", $"arn:aws:iam::{ServerFixture.Account}:mfa/{user}"),
            ("AuthenticationCode1", CodeOf(seed, -2)), ("AuthenticationCode2", CodeOf(seed, -1)));
        return seed;
    }

    internal string CodeOf(string seed, int ahead = 0)
    {
        var bits = string.Concat(seed.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        Span<char> code = stackalloc char[Totp.Digits];
        Totp.Write([.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))], Totp.StepOf(Host.Clock.GetUtcNow()) + ahead, code);
        return code.ToString();
    }

    /// <summary>A browser in which a user has typed the password.</summary>
    internal async Task<Visitor> EnterAsync(string user)
    {
        var browser = new Visitor(Host.Endpoint);
        await browser.EnterAsync(user, Password);
        return browser;
    }

    /// <summary>The serial numbers of a user's devices, as the API lists them.</summary>
    internal async Task<IReadOnlyList<string>> DevicesOfAsync(string user) =>
        [.. (await DoAsync("ListMFADevices", ("UserName", user))).Descendants().Where(element => element.Name.LocalName == "SerialNumber").Select(element => element.Value)];

    /// <summary>The newest event of a name that fits, once it is in the trail.</summary>
    internal async Task<JsonNode> EventAsync(string name, Func<JsonNode, bool> fits)
    {
        for (var i = 0; i < 100; i++)
        {
            var found = await Host.JsonAsync(
                ServerFixture.Root, "cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents",
                $$"""{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"{{name}}"}],"MaxResults":50}""");
            var events = JsonNode.Parse(found.Body)!["Events"]!.AsArray().Select(one => JsonNode.Parse((string)one!["CloudTrailEvent"]!)!);
            if (events.FirstOrDefault(fits) is { } happened)
            {
                return happened;
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException($"No such {name} is in the trail.");
    }

    private async Task<XElement> DoAsync(string action, params (string, string)[] parameters)
    {
        var reply = await Host.QueryAsync("iam", action, parameters);
        return (int)reply.Status == 200 ? XElement.Parse(reply.Body) : throw new InvalidOperationException(reply.Body);
    }
}

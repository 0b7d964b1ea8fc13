using System.Net;
using System.Text;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>A server whose root user has a password, and people who sign in to it.</summary>
public class SignInFixture : IAsyncLifetime
{
    /// <summary>Root's address.</summary>
    public const string RootEmail = "admin@example.com";

    /// <summary>Root's password.</summary>
    public const string RootPassword = "Tr0ub4dor&3x";

    /// <summary>What users get.</summary>
    public const string Password = "correct horse 1B";

    private readonly ServerFixture server;

    /// <summary>A server that is known by where it listens.</summary>
    public SignInFixture()
        : this(null)
    {
    }

    /// <summary>A server that browsers know by an address.</summary>
    protected SignInFixture(string? publicUrl) =>
        server = new() { Adjust = settings => settings with { PublicUrl = publicUrl, RootEmail = RootEmail, RootPassword = RootPassword, SignIn = Rules, SecondFactor = SecondFactor } };

    /// <summary>What the operator says of sign-in.</summary>
    internal SignIn.SignInRules Rules { get; init; } = new();

    /// <summary>Who cannot sign in without a second factor in any account.</summary>
    internal SecondFactorNeed SecondFactor { get; init; } = SecondFactorNeed.Root;

    /// <summary>The server.</summary>
    public ServerFixture Server => server;

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => server.InitializeAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    /// <summary>A browser.</summary>
    internal Browser NewBrowser() => new(server.Endpoint);

    /// <summary>Makes a user with a password.</summary>
    internal async Task NewUserAsync(string name, string? policy = null, bool reset = false)
    {
        await OkAsync("CreateUser", ("UserName", name));
        await OkAsync("CreateLoginProfile", ("UserName", name), ("Password", Password), ("PasswordResetRequired", reset ? "true" : "false"));
        if (policy is not null)
        {
            await OkAsync("PutUserPolicy", ("UserName", name), ("PolicyName", "p"), ("PolicyDocument", policy));
        }
    }

    /// <summary>Gives a user an authenticator.</summary>
    internal async Task<(string Serial, byte[] Seed)> EnrolAsync(string user, string? device = null)
    {
        var made = await OkAsync("CreateVirtualMFADevice", ("VirtualMFADeviceName", device ?? user));
        var seed = FromBase32(Encoding.ASCII.GetString(Convert.FromBase64String(made["Base32StringSeed"]!)));
        await OkAsync("EnableMFADevice", ("UserName", user), ("SerialNumber", made["SerialNumber"]!), ("AuthenticationCode1", CodeOf(seed, -1)), ("AuthenticationCode2", CodeOf(seed)));
        return (made["SerialNumber"]!, seed);
    }

    /// <summary>The code that an authenticator shows, or showed some steps ago.</summary>
    internal string CodeOf(byte[] seed, int steps = 0)
    {
        Span<char> code = stackalloc char[Totp.Digits];
        Totp.Write(seed, Totp.StepOf(server.Clock.GetUtcNow()) + steps, code);
        return code.ToString();
    }

    /// <summary>The next code, which nobody has seen yet.</summary>
    internal string NextCode(byte[] seed)
    {
        server.Clock.Advance(TimeSpan.FromSeconds(30));
        return CodeOf(seed);
    }

    /// <summary>Signs a user in as far as the password goes.</summary>
    internal async Task<Browser> SignInAsync(string name, string password = Password, string account = ServerFixture.Account)
    {
        var browser = NewBrowser();
        await browser.OpenAsync("/signin");
        await browser.SubmitAsync("/signin", ("account", account), ("userName", name), ("password", password));
        return browser;
    }

    /// <summary>Signs root in as far as the password goes.</summary>
    internal async Task<Browser> SignRootInAsync(string email = RootEmail, string password = RootPassword)
    {
        var browser = NewBrowser();
        await browser.OpenAsync("/signin?root=1");
        await browser.SubmitAsync("/signin", ("email", email), ("password", password));
        return browser;
    }

    /// <summary>What the trail says of an event once all of some texts are there, newest first.</summary>
    internal async Task<string> TrailAsync(string eventName, params string[] texts)
    {
        // Events that changed nothing are written four times a second of the server's own clock.
        for (var tries = 0; ; tries++)
        {
            server.Clock.Advance(TimeSpan.FromMilliseconds(250));
            var found = await server.JsonAsync(
                ServerFixture.Root, "cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents",
                $$"""{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"{{eventName}}"}]}""");
            var trail = found.Body.Replace("\\u0022", "\"", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal);
            if (tries > 50 || (trail.Contains(eventName, StringComparison.Ordinal) && texts.All(text => trail.Contains(text, StringComparison.Ordinal))))
            {
                return trail;
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Calls IAM as root.</summary>
    internal async Task<Reply> OkAsync(string action, params (string, string)[] parameters)
    {
        var reply = await server.QueryAsync("iam", action, parameters);
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return reply;
    }

    internal static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}

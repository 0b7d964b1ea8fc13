using System.Net;
using System.Net.Sockets;
using System.Text;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Hostile;

/// <summary>A server with an administrator and a few roles, for requests that are wrong in one way each.</summary>
public sealed class HostileFixture : IAsyncLifetime
{
    private const string Everyone = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}}""";

    /// <summary>The server.</summary>
    public ServerFixture Server { get; } = new();

    /// <summary>A user who may do everything.</summary>
    public SigningCredentials Admin { get; private set; } = null!;

    /// <summary>A user who may do nothing.</summary>
    public SigningCredentials Nobody { get; private set; } = null!;

    /// <summary>A session of the role <c>open</c>, by the administrator.</summary>
    public SigningCredentials Session { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        await Server.InitializeAsync();
        Admin = await UserAsync("admin");
        Nobody = await UserAsync("nobody");
        await OkAsync(Server.QueryAsync("iam", "AttachUserPolicy", ("UserName", "admin"), ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess")));
        await RoleAsync("open", Everyone);
        await RoleAsync("plain", Everyone.Replace(",\"sts:TagSession\",\"sts:SetSourceIdentity\"", "", StringComparison.Ordinal));
        await RoleAsync("foreign", Everyone.Replace("111122223333", "999988887777", StringComparison.Ordinal));
        await RoleAsync("external", Everyone.Replace("\"Action\"", "\"Condition\":{\"StringEquals\":{\"sts:ExternalId\":\"x-42\"}},\"Action\"", StringComparison.Ordinal));
        await OkAsync(Server.QueryAsync("iam", "AttachRolePolicy", ("RoleName", "open"), ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess")));
        Session = await SessionAsync(Admin, ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "red"), ("TransitiveTagKeys.member.1", "team"), ("SourceIdentity", "eva"));
    }

    /// <summary>Assumes the role <c>open</c>.</summary>
    public async Task<SigningCredentials> SessionAsync(SigningCredentials credentials, params (string, string)[] more)
    {
        var reply = await OkAsync(Server.QueryAsync(credentials, "sts", "AssumeRole", [("RoleArn", "arn:aws:iam::111122223333:role/open"), ("RoleSessionName", "s1"), .. more]));
        return new(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply["SessionToken"]!);
    }

    /// <summary>A request as it is sent to a server that must have got it right: GetCallerIdentity by the administrator.</summary>
    public OutgoingRequest Identity(SigningCredentials? credentials = null, string body = "Action=GetCallerIdentity&Version=2011-06-15", string service = "sts") =>
        Server.Sign(credentials ?? Admin, service, "POST", "/", body, ("Content-Type", "application/x-www-form-urlencoded")).Request;

    /// <summary>Sends bytes as they are, and reads what comes back until the server closes.</summary>
    public async Task<string> RawAsync(byte[] bytes)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, Server.Endpoint.Port);
        await using var stream = socket.GetStream();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        try
        {
            await stream.WriteAsync(bytes, limit.Token);
        }
        catch (IOException)
        {
            // The server may refuse before it has read all.
        }

        var answer = new StringBuilder();
        var buffer = new byte[8192];
        try
        {
            int read;
            while ((read = await stream.ReadAsync(buffer, limit.Token)) > 0)
            {
                answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
            }
        }
        catch (IOException)
        {
            // Reset after the answer.
        }

        return answer.ToString();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static async Task<Reply> OkAsync(Task<Reply> sent)
    {
        var reply = await sent;
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return reply;
    }

    private async Task<SigningCredentials> UserAsync(string name)
    {
        await OkAsync(Server.QueryAsync("iam", "CreateUser", ("UserName", name)));
        var key = await OkAsync(Server.QueryAsync("iam", "CreateAccessKey", ("UserName", name)));
        return new(key["AccessKeyId"]!, key["SecretAccessKey"]!);
    }

    private Task<Reply> RoleAsync(string name, string trust) =>
        OkAsync(Server.QueryAsync("iam", "CreateRole", ("RoleName", name), ("AssumeRolePolicyDocument", trust)));
}

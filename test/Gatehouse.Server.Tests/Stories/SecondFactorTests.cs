using System.Net;
using System.Text;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>A second factor, from the making of a device to the policies that ask for it.</summary>
public sealed class SecondFactorTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    // What AWS's pages give people to attach (IAM User Guide, "deny without MFA"): key absent or false denies.
    private const string DenyWithoutMfa =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","NotAction":["iam:CreateVirtualMFADevice","iam:EnableMFADevice","iam:GetUser","iam:GetMFADevice","iam:ListMFADevices","iam:ListVirtualMFADevices","iam:ResyncMFADevice","iam:ChangePassword","sts:GetSessionToken"],"Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}]}""";

    private long step;

    [Fact]
    public async Task A_policy_that_denies_without_one_lets_a_user_enrol_and_then_come_in_AU_615_BI_210()
    {
        var (mia, _) = await NewUserAsync("mia", DenyWithoutMfa);
        Assert.Equal("AccessDenied", (await server.QueryAsync(mia, "iam", "ListUsers")).Code);
        var (serial, seed) = await EnrolAsync(mia, "mia");

        // The lasting key has no such key at all, and the plain session says false: both are denied.
        Assert.Equal("AccessDenied", (await server.QueryAsync(mia, "iam", "ListUsers")).Code);
        var plain = CredentialsIn(await server.QueryAsync(mia, "sts", "GetSessionToken"));
        Assert.Equal("InvalidClientTokenId", (await server.QueryAsync(plain, "iam", "ListUsers")).Code);

        var strong = CredentialsIn(await server.QueryAsync(mia, "sts", "GetSessionToken", ("SerialNumber", serial), ("TokenCode", Next(seed))));
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(strong, "iam", "ListUsers")).Status);
    }

    [Fact]
    public async Task Bool_without_IfExists_lets_lasting_keys_through_AU_615()
    {
        var (max, _) = await NewUserAsync("max", DenyWithoutMfa.Replace("BoolIfExists", "Bool", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(max, "iam", "ListUsers")).Status);
    }

    [Fact]
    public async Task The_age_of_a_session_s_factor_grows()
    {
        const string fresh = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iam:*","sts:*"],"Resource":"*","Condition":{"NumericLessThanIfExists":{"aws:MultiFactorAuthAge":"600"}}}]}""";
        var (ada, _) = await NewUserAsync("ada", fresh);
        var (serial, seed) = await EnrolAsync(ada, "ada");
        var strong = CredentialsIn(await server.QueryAsync(ada, "sts", "GetSessionToken", ("SerialNumber", serial), ("TokenCode", Next(seed))));
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(strong, "iam", "ListUsers")).Status);

        server.Clock.Advance(TimeSpan.FromMinutes(11));

        Assert.Equal("AccessDenied", (await server.QueryAsync(strong, "iam", "ListUsers")).Code);
    }

    [Fact]
    public async Task A_role_that_wants_one_is_opened_by_a_code_and_each_code_opens_once()
    {
        var (rea, _) = await NewUserAsync("rea", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""");
        var (serial, seed) = await EnrolAsync(rea, "rea");
        const string trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}}""";
        await server.QueryAsync("iam", "CreateRole", ("RoleName", "guarded"), ("AssumeRolePolicyDocument", trust));
        (string, string)[] ask = [("RoleArn", "arn:aws:iam::111122223333:role/guarded"), ("RoleSessionName", "s1")];
        Assert.Equal("AccessDenied", (await server.QueryAsync(rea, "sts", "AssumeRole", ask)).Code);

        var code = Next(seed);
        (string, string)[] shown = [.. ask, ("SerialNumber", serial), ("TokenCode", code)];
        var session = CredentialsIn(await server.QueryAsync(rea, "sts", "AssumeRole", shown));
        Assert.StartsWith("arn:aws:sts::111122223333:assumed-role/guarded/s1", (await server.QueryAsync(session, "sts", "GetCallerIdentity"))["Arn"], StringComparison.Ordinal);

        var again = await server.QueryAsync(rea, "sts", "AssumeRole", shown);
        Assert.Equal((HttpStatusCode.Forbidden, "MultiFactorAuthentication failed with invalid MFA one time pass code. "), (again.Status, again.Message));

        // A session of a user that has one needs no code: it hands its own on.
        var strong = CredentialsIn(await server.QueryAsync(rea, "sts", "GetSessionToken", ("SerialNumber", serial), ("TokenCode", Next(seed))));
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(strong, "sts", "AssumeRole", ask)).Status);
    }

    [Fact]
    public async Task Neither_seed_nor_code_is_in_the_trail_AU_8()
    {
        var (zoe, _) = await NewUserAsync("zoe", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""");
        var (serial, seed) = await EnrolAsync(zoe, "zoe");
        var code = Next(seed);
        await server.QueryAsync(zoe, "sts", "GetSessionToken", ("SerialNumber", serial), ("TokenCode", code));

        var trail = await server.JsonAsync(ServerFixture.Root, "cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents", """{"LookupAttributes":[{"AttributeKey":"Username","AttributeValue":"zoe"}]}""");

        Assert.Contains("GetSessionToken", trail.Body, StringComparison.Ordinal);
        Assert.Contains("CreateVirtualMFADevice", trail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain($"\\\"{code}\\\"", trail.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("otpauth", trail.Body, StringComparison.Ordinal);
        Assert.DoesNotMatch("[A-Z2-7]{64}", trail.Body);
    }

    private async Task<(SigningCredentials Credentials, string Name)> NewUserAsync(string name, string policy)
    {
        await server.QueryAsync("iam", "CreateUser", ("UserName", name));
        await server.QueryAsync("iam", "PutUserPolicy", ("UserName", name), ("PolicyName", "p"), ("PolicyDocument", policy));
        var key = await server.QueryAsync("iam", "CreateAccessKey", ("UserName", name));
        return (new(key["AccessKeyId"]!, key["SecretAccessKey"]!), name);
    }

    private async Task<(string Serial, byte[] Seed)> EnrolAsync(SigningCredentials who, string name)
    {
        var made = await server.QueryAsync(who, "iam", "CreateVirtualMFADevice", ("VirtualMFADeviceName", name));
        var seed = FromBase32(Encoding.ASCII.GetString(Convert.FromBase64String(made["Base32StringSeed"]!)));
        step = Totp.StepOf(server.Clock.GetUtcNow());
        var enabled = await server.QueryAsync(
            who, "iam", "EnableMFADevice", ("UserName", name), ("SerialNumber", made["SerialNumber"]!), ("AuthenticationCode1", Code(seed, step - 1)), ("AuthenticationCode2", Code(seed, step)));
        Assert.Equal(HttpStatusCode.OK, enabled.Status);
        return (made["SerialNumber"]!, seed);
    }

    // The next code that was not shown yet: half a minute later.
    private string Next(byte[] seed)
    {
        server.Clock.Advance(TimeSpan.FromSeconds(30));
        step = Totp.StepOf(server.Clock.GetUtcNow());
        return Code(seed, step);
    }

    private static string Code(byte[] seed, long at)
    {
        Span<char> code = stackalloc char[Totp.Digits];
        Totp.Write(seed, at, code);
        return code.ToString();
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }

    private static SigningCredentials CredentialsIn(Reply reply)
    {
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return new(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply["SessionToken"]);
    }
}

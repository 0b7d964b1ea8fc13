using System.Collections.Immutable;
using System.Text;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Accounts.Tests.Secrets;

namespace Gatehouse.Accounts.Tests.Sessions;

/// <summary>Tokens of one installation, and short ways to make and open them.</summary>
internal sealed class Tokens
{
    public const string KeyId = "ASIAY34FZKBOKMUTVV7A";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private Tokens(Keys keys, KeyRing ring) => (Keys, Ring, Sessions) = (keys, ring, new(ring, new Gatehouse.Accounts.Identity.IdSource(), keys.Clock));

    public Keys Keys { get; }

    public KeyRing Ring { get; }

    public SessionTokens Sessions { get; }

    public DateTimeOffset Now => Keys.Clock.GetUtcNow();

    public static async Task<Tokens> Open(Keys? keys = null)
    {
        keys ??= new();
        return new(keys, await keys.Open());
    }

    /// <summary>A session as AssumeRole makes it most often.</summary>
    public SessionContents Plain(TimeSpan? duration = null) => new()
    {
        Kind = SessionKind.AssumedRole,
        Account = Keys.Account,
        PrincipalId = "AROAJQABLZS4A3QDU576Q",
        PrincipalArn = "arn:aws:iam::111122223333:role/team/Deploy",
        SessionName = "build-42",
        SessionId = "00112233445566778899aabbccddeeff",
        Issued = Now,
        Expires = Now + (duration ?? TimeSpan.FromHours(1)),
    };

    /// <summary>A session with everything a session can have.</summary>
    public SessionContents Full() => Plain() with
    {
        Kind = SessionKind.FederatedUser,
        ParentSessionId = "ffeeddccbbaa99887766554433221100",
        SourceKey = "AKIAROOTROOTROOTROOT",
        Chained = true,
        MfaTime = Now - TimeSpan.FromMinutes(3),
        Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}""",
        PolicyArns = ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::111122223333:policy/Own"],
        PolicyIds = ["ANPAAWSMANAGEDREADONLY", "ANPAOWNOWNOWNOWNOWNOW"],
        Tags = [.. Enumerable.Range(0, 19).Select(static i => new SessionTag($"Key{i}", $"wért {i}", i % 3 == 0)), new("Empty", "", true)],
        SourceIdentity = "alice@example.com",
        Provider = "arn:aws:iam::111122223333:oidc-provider/id.example.com",
        FederationKeys = [new("id.example.com:sub", ["user 1"]), new("id.example.com:amr", ["pwd", "otp", ""]), new("none", [])],
        Delivery = SessionDelivery.InstanceMetadata,
        DeliveredTo = "arn:aws:ec2:us-east-1:111122223333:instance/i-1",
    };

    public string Issue(SessionContents contents, string keyId = KeyId)
    {
        using var secret = Secret.FromText(SecretKey);
        Assert.True(Sessions.TryIssue(contents, keyId, secret, out var token));
        return token;
    }

    public SessionTokenFault Fault(string token, string keyId = KeyId)
    {
        var opened = Sessions.TryOpen(token, keyId, out var contents, out var fault);
        Assert.Equal(opened, contents is not null);
        Assert.Equal(opened, fault == SessionTokenFault.None);
        Assert.Equal(opened, Sessions.TryOpenSecretKey(token, keyId, out var secret));
        if (opened)
        {
            Assert.Equal(SecretKey, Encoding.UTF8.GetString(secret!.Bytes));
        }

        return fault;
    }

    public SessionContents Read(string token)
    {
        Assert.True(Sessions.TryOpen(token, KeyId, out var contents, out _));
        return contents;
    }

    /// <summary>All that contents say, lists spelled out.</summary>
    public static string Spell(SessionContents contents)
    {
        var keys = contents.FederationKeys.Select(static key => $"{key.Name}=[{string.Join('|', key.Values)}]");
        var scalars = contents with { PolicyArns = ImmutableArray<string>.Empty, PolicyIds = ImmutableArray<string>.Empty, Tags = ImmutableArray<SessionTag>.Empty, FederationKeys = ImmutableArray<FederationKey>.Empty };
        return $"{scalars} {string.Join(' ', contents.PolicyArns)} {string.Join(' ', contents.PolicyIds)} {string.Join(' ', contents.Tags)} {string.Join(' ', keys)}";
    }
}

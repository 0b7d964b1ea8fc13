using Gatehouse.Accounts.Logins;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Testing;

namespace Gatehouse.SignIn.Tests.Login;

/// <summary>Rule AU-743: what a refresh token carries, and who can read it.</summary>
public sealed class RefreshTokenTests
{
    private readonly AccountFixture fixture = new();

    private SealedMessages Messages => fixture.Installation.Sessions.Messages;

    [Fact]
    public void A_token_says_all_that_its_session_says()
    {
        var token = Token();

        Assert.True(token.TrySeal(Messages, out var text));
        Assert.True(RefreshToken.TryRead(Messages, text, out var read));

        Assert.Equal((token.KeyThumbprint, token.Number, token.Grant.ClientId, token.Grant.AccessKeyId), (read.KeyThumbprint, read.Number, read.Grant.ClientId, read.Grant.AccessKeyId));
        Assert.Equal((token.Grant.PasswordOf, token.Grant.Device), (read.Grant.PasswordOf, read.Grant.Device));
        var (one, other) = (token.Grant.Session, read.Grant.Session);
        Assert.Equal(one.Tags, other.Tags);
        Assert.Equal(one.PolicyArns, other.PolicyArns);
        Assert.Equal(one.FederationKeys[0].Name, other.FederationKeys[0].Name);
        Assert.Equal(one.FederationKeys[0].Values, other.FederationKeys[0].Values);
        Assert.Equal(one, other with { Tags = one.Tags, PolicyArns = one.PolicyArns, FederationKeys = one.FederationKeys });
    }

    [Fact]
    public void A_session_of_nothing_but_a_user_comes_back_without_holes()
    {
        var token = Token() with { };
        token = token with { Grant = token.Grant with { Session = Plain() } };

        Assert.True(token.TrySeal(Messages, out var text));
        Assert.True(RefreshToken.TryRead(Messages, text, out var read));
        Assert.False(read.Grant.Session.Tags.IsDefault || read.Grant.Session.PolicyArns.IsDefault || read.Grant.Session.FederationKeys.IsDefault);
        Assert.InRange(text.Length, 1, 900);
    }

    [Fact]
    public void A_letter_that_was_changed_anywhere_leaves_nothing_to_read()
    {
        Token().TrySeal(Messages, out var text);
        foreach (var place in Enumerable.Range(0, text!.Length))
        {
            Assert.False(RefreshToken.TryRead(Messages, $"{text[..place]}{(text[place] == 'A' ? 'B' : 'A')}{text[(place + 1)..]}", out _), $"at {place}");
        }
    }

    [Fact]
    public void What_was_sealed_for_something_else_is_no_refresh_token()
    {
        Messages.TrySeal(MessagePurpose.SigninToken, AccountFixture.Id, "{}", out var other);

        Assert.False(RefreshToken.TryRead(Messages, $"{AccountFixture.Id}.{other}", out _));
    }

    private static SessionContents Plain() => new()
    {
        Kind = SessionKind.SignIn,
        Account = AccountFixture.Id,
        PrincipalId = "AIDAALICEALICEALICE1",
        PrincipalArn = "arn:aws:iam::111122223333:user/alice",
        SessionId = new string('a', 32),
        Issued = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero),
        Expires = new(2026, 1, 16, 0, 0, 0, TimeSpan.Zero),
    };

    private static RefreshToken Token() => new()
    {
        Grant = new()
        {
            ClientId = "arn:aws:signin:::devtools/same-device",
            AccessKeyId = "ASIACONSOLECONSOLE11",
            PasswordOf = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Device = "arn:aws:iam::111122223333:mfa/alice",
            Session = Plain() with
            {
                Kind = SessionKind.AssumedRole,
                SessionName = "dana",
                ParentSessionId = new string('b', 32),
                Chained = true,
                MfaTime = new(2026, 1, 15, 11, 0, 0, TimeSpan.Zero),
                Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""",
                PolicyArns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
                Tags = [new("team", "red", Transitive: true), new("cost", "42", Transitive: false)],
                SourceIdentity = "dana@example.com",
                Provider = "arn:aws:iam::111122223333:saml-provider/idp",
                FederationKeys = [new("saml:sub", ["dana", "d"])],
                Delivery = SessionDelivery.Call,
            },
        },
        KeyThumbprint = "thumbprint",
        Number = 7,
    };
}

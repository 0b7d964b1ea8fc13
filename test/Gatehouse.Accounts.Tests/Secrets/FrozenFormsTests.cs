using System.Text;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Accounts.Storage;
using Gatehouse.Accounts.Tests.Sessions;

namespace Gatehouse.Accounts.Tests.Secrets;

/// <summary>What lies on disks and in clients' hands: written once, read for ever.</summary>
/// <remarks>A change that fails here loses somebody's keys. Read the old form as well as the new one, and add to these tests.</remarks>
public sealed class FrozenFormsTests
{
    private const string Master = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private const string Token =
        "AdUrVB4wvlBYDHWAsqv+g5zsY43ccmmIjW4yr4LF4SPGdvAImHREnUPhGj28mn/j4lOdzB4B5PbMH1BkeDT2Xpg1TRtzwX1mM9NTD7+7JRnFD7BXRR+N/yYbBHTpRDzTGOKR6g6lw2DrJrhuGHrKkgLf5QD+1Nb1I3GiHisZ"
        + "fkxqS/lTGJZxMWFfPZOhv4r427kSGU2M1HZPXkpSgF1qxWRW0Th7owzcevxubn5ALcF/b42kzzVfXcUrt5Ew9zdKPC34YSYIjuIIzfWG3NR7Txkl8l5X0jxDYz6GqLHNurFlapx7D4HbxcoEAD476cYYsMsqDKJwOKNnidfm"
        + "ZBJpkvQv+zkKgYGt5jlMqcd41qJ/3bV0n0/N2d+WEvN71jXAneWI7iERvKlBliOgWL1iFLFuHfYXm6UGCZSeIcjhciElvUAONsvLekzmDy/RckEg81TTC/ua+l6/y5+PfqepbBDVSUj9r87Tti5jGV3BCGicCM7Jif9u8foi"
        + "fYWM63Ffdk0+nMGZYkcjP6cMlKJZHoDoJpV/L8jOs5WIdeVrd/uLmwp8SSJtKZD5bP7N742pXnkGSAz77ozofVBNmosmoqWR3DsyJ0xObQNKc55G4zTxC1Ch+QmbAtvL11RkrErrpkT8vw9/KhWxBjS0gp596Za8vJ4R1oiL"
        + "0sLKhCYH3ltUEwOt7mDg";

    private readonly Keys keys = new() { Masters = MasterKeys.Open("none", Master) };

    [Fact]
    public async Task Keys_secrets_and_tokens_of_the_first_version_still_open()
    {
        Row[] rows =
        [
            Put("deployment", "id", """{"id":"83c9f7ac18128d27728019268ac89c9f"}"""),
            Put(
                "dek",
                "installation.1",
                """{"account":"installation","key":{"kek":"72091e2cc0e019d8","bytes":"l1MMJZ/IB1rLNSQRKCvBPQTQMjFNucq4VU1ZXAyCLeYP39M2PvzJO6SyO5b/yt0Wuxn0DYEmavSfv7V0"},"created":"2026-01-02T03:04:05+00:00"}"""),
            Put(
                "dek",
                "111122223333.1",
                """{"account":"111122223333","key":{"kek":"72091e2cc0e019d8","bytes":"sjZRmxFep+asV6PJzUyyxB2fBtrHUUjdqG4Fafq7P301/FImS/+KXS/xdj1WguvwOLnYhOB1bYfh2cZg"},"created":"2026-01-02T03:04:05+00:00"}"""),
            Put(
                "session-key",
                "d52b541e",
                """{"created":"2026-01-02T03:04:05+00:00","box":{"dek":"installation.1","nonce":"AHMU45oAIBZgbjxo","ciphertext":"F15b/u4SzanStFZ41AcAPjs8LSq5evoLgETrPDkNliE=","tag":"vtelTTb2Z3P\u002Ba6UtT91eiA=="}}"""),
        ];
        Assert.True(await keys.Store.AppendAsync(KeyRing.Stream, 0, rows, Keys.Patience));
        var box = new SealedSecret("111122223333.1", "gd93HBW92LjkwU8t", "nnL6KlP90uPk6svRBG3dLUoAFkWFA3rVU/5k9J1PcvqsKkk020/HJg==", "aDgwCYd6GHXkD5bKxDOIFg==");

        var vault = await keys.OpenVault();
        var tokens = await Tokens.Open(keys);

        Assert.True(vault.TryOpen(box, SecretKind.AccessKey, Keys.Account, "AKIAIOSFODNN7EXAMPLE", 1, out var secret));
        Assert.Equal(Tokens.SecretKey, Encoding.UTF8.GetString(secret.Bytes));
        Assert.Equal(SessionTokenFault.None, tokens.Fault(Token));
        Assert.Equal(
            Tokens.Spell(tokens.Plain() with
            {
                Kind = SessionKind.FederatedUser,
                ParentSessionId = "ffeeddccbbaa99887766554433221100",
                Chained = true,
                MfaTime = tokens.Now - TimeSpan.FromMinutes(3),
                Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"}]}""",
                PolicyArns = ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
                Tags = [new("Team", "wért", true), new("Cost", "", false)],
                SourceIdentity = "alice@example.com",
                Provider = "arn:aws:iam::111122223333:oidc-provider/id.example.com",
                FederationKeys = [new("id.example.com:amr", ["pwd", "otp"])],
                Delivery = SessionDelivery.RolesAnywhere,
                DeliveredTo = "arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/1",
            }),
            Tokens.Spell(tokens.Read(Token)));
    }

    [Fact]
    public void Numbers_that_reach_the_disk_or_a_token_stay_what_they_are()
    {
        Assert.Equal(
            "AccessKey=1 SessionKey=2 TotpSeed=3 SamlPrivateKey=4 OidcClientSecret=5 RefreshTokenKey=6 TokenSigningKey=7 ServerCertificateKey=8 ServiceCredential=9 InstanceIdentityKey=10",
            Numbers<SecretKind>());
        Assert.Equal("AssumedRole=1 SessionToken=2 FederatedUser=3 AssumedRoot=4 Delegated=5 SignIn=6 Portal=7 Enrolment=8", Numbers<SessionKind>());
        Assert.Equal("Call=0 InstanceMetadata=1 Container=2 PodIdentity=3 IdentityCenter=4 RolesAnywhere=5", Numbers<SessionDelivery>());
        Assert.Equal("Put=1 Remove=2 Note=3", Numbers<RowKind>());
    }

    private static string Numbers<T>()
        where T : struct, Enum =>
        string.Join(' ', Enum.GetValues<T>().Select(static value => $"{value}={Convert.ToInt32(value, System.Globalization.CultureInfo.InvariantCulture)}"));

    private static Row Put(string table, string key, string value) => Row.Put(table, key, Encoding.UTF8.GetBytes(value));
}

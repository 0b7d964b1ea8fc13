using System.Text.Json;
using Gatehouse.Server.Hosting;
using Gatehouse.Server.Seeding;
using Gatehouse.Signatures;
using Gatehouse.Storage.Sqlite;

namespace Gatehouse.Server.Tests.Emulator;

/// <summary>An instance of IAM Identity Center in a seed, and in an export.</summary>
public sealed class SeedCenterTests
{
    private const string Key = "AKIASEEDCENTERSEED00";
    private const string Secret = "centercentercentercentercentercentercent";
    private const string PasswordVariable = "PASSWORD_111122223333_IDENTITY_ALICE";

    private const string Full =
        """
        accounts:
          - id: "111122223333"
            name: main
            email: root@example.com
            inOrganization: true
            policies:
              - name: read-things
                document: {Version: 2012-10-17, Statement: {Effect: Allow, Action: "s3:Get*", Resource: "*"}}
            identityCenter:
              name: people
              users:
                - name: alice
                  displayName: Alice Doe
                  givenName: Alice
                  familyName: Doe
                  email: alice@example.com
                  attributes:
                    title: Engineer
                    addresses: [{country: DE, primary: true}]
                    name.middleName: B.
                    aws:identitystore:enterprise.department: Sales
                    externalIds: [{issuer: okta, id: "1"}]
                  password: {env: PASSWORD_111122223333_IDENTITY_ALICE}
                - {name: bob, displayName: Bob Roe, givenName: Bob, familyName: Roe, disabled: true}
              groups:
                - {name: admins, description: Those who may, members: [alice, bob]}
              permissionSets:
                - name: Admin
                  description: Everything
                  sessionDuration: PT8H
                  tags: {team: core}
                  policies: ["arn:aws:iam::aws:policy/AdministratorAccess", read-things]
                  inlinePolicy: {Version: 2012-10-17, Statement: {Effect: Deny, Action: "s3:DeleteBucket", Resource: "*"}}
                  permissionsBoundary: arn:aws:iam::aws:policy/PowerUserAccess
                - {name: Look, policies: ["arn:aws:iam::aws:policy/ReadOnlyAccess"]}
              assignments:
                - {permissionSet: Admin, group: admins}
                - {permissionSet: Look, account: "444455556666", user: alice}
          - {id: "444455556666", name: other, email: other@example.com, inOrganization: true}
        """;

    public SeedCenterTests() => Environment.SetEnvironmentVariable(PasswordVariable, "Correct-Horse1");

    [Fact]
    public async Task Who_is_named_is_there_with_groups_and_roles_when_the_server_answers()
    {
        var settings = Settings(Emulator.NewFolder(), Full);
        await using var server = await Emulator.StartAsync(settings);

        var users = await AskAsync(server, "ListIdentityUsers", "{}");
        var roles = await server.IamAsync(new(Key, Secret), "ListRoles", ("PathPrefix", "/aws-reserved/sso.amazonaws.com/"));

        Assert.Equal(
            [("alice", false, true), ("bob", true, false)],
            users.GetProperty("IdentityUsers").EnumerateArray().Select(one => (one.GetProperty("UserName").GetString()!, one.GetProperty("Disabled").GetBoolean(), one.TryGetProperty("PasswordLastSet", out _))));
        Assert.Contains("AWSReservedSSO_Admin_", roles.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("AWSReservedSSO_Look_", roles.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_start_changes_nothing_and_what_differs_is_brought_into_shape()
    {
        var folder = Emulator.NewFolder();
        var settings = Settings(folder, Full);
        await StartAsync(settings);
        var before = await VersionsAsync(settings.Data);

        await StartAsync(settings);
        Assert.Equal(before, await VersionsAsync(settings.Data));

        await StartAsync(Settings(folder, Full.Replace("title: Engineer", "title: Director", StringComparison.Ordinal).Replace("PT8H", "PT4H", StringComparison.Ordinal)));
        var (text, _) = await ExportCommand.WriteAsync(settings, false, CancellationToken.None);
        Assert.Contains("Director", text, StringComparison.Ordinal);
        Assert.Contains("PT4H", text, StringComparison.Ordinal);
        Assert.NotEqual(before, await VersionsAsync(settings.Data));
    }

    [Fact]
    public async Task What_is_exported_seeds_an_empty_server_that_exports_the_same()
    {
        var folder = Emulator.NewFolder();
        Environment.SetEnvironmentVariable("SECRET_" + Key, Secret);

        var first = await ExportAsync("first", Full);
        var second = await ExportAsync("second", first);

        Assert.Equal(first, second);
        Assert.Contains(PasswordVariable, first, StringComparison.Ordinal);
        Assert.DoesNotContain("Correct-Horse1", first, StringComparison.Ordinal);
        Assert.DoesNotContain("AWSReservedSSO", first, StringComparison.Ordinal);

        async Task<string> ExportAsync(string name, string seed)
        {
            var settings = Settings(folder, seed, name);
            await StartAsync(settings);
            return (await ExportCommand.WriteAsync(settings, false, CancellationToken.None)).Text;
        }
    }

    [Fact]
    public async Task Every_problem_is_told_with_its_line_and_nothing_is_written()
    {
        var settings = Settings(Emulator.NewFolder(), """
            accounts:
              - identityCenter:
                  users:
                    - {name: carol, givenName: Carol, familyName: Poe}
                    - {name: dave, displayName: Dave, givenName: Dave, familyName: Poe, attributes: {shoeSize: "42"}}
                    - {name: erin, displayName: Erin, givenName: Erin, familyName: Poe, password: plain}
                  groups:
                    - {name: ops, members: [nobody]}
                  permissionSets:
                    - {name: Bad, sessionDuration: PT13H}
                    - {name: Odd, policies: ["arn:aws:iam::aws:policy/NoSuchPolicy"]}
                  assignments:
                    - {permissionSet: Odd, user: dave, group: ops}
                    - {permissionSet: Odd, user: nobody}
                    - {permissionSet: Odd, user: dave, account: "999999999999"}
            """);

        var refused = await Assert.ThrowsAsync<SeedException>(() => Emulator.StartAsync(settings));

        foreach (var line in (int[])[4, 5, 6, 8, 10, 11, 13, 14, 15])
        {
            Assert.Contains($":{line}: accounts[0].identityCenter.", refused.Message, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("plain", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(settings.Data));
    }

    private static Settings Settings(string folder, string seed, string name = "data") => Emulator.Settings with
    {
        AccountId = "111122223333",
        Data = Path.Combine(folder, name),
        Seed = Emulator.Write(folder, name + ".yaml", seed),
        RootAccessKeyId = Key,
        RootSecretAccessKey = Secret,
    };

    private static async Task StartAsync(Settings settings)
    {
        await using (await Emulator.StartAsync(settings))
        {
        }
    }

    private static async Task<JsonElement> AskAsync(Emulator server, string operation, string body)
    {
        var reply = await server.JsonAsync(new(Key, Secret), "gatehouse", "Gatehouse." + operation, body);
        return JsonDocument.Parse(reply.Body).RootElement;
    }

    private static async Task<long[]> VersionsAsync(string data)
    {
        await using var store = SqliteStore.Open(data, TimeProvider.System, new());
        return [(await store.LoadAsync("account/111122223333", CancellationToken.None)).Version, (await store.LoadAsync("account/444455556666", CancellationToken.None)).Version];
    }
}

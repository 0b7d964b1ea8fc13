using System.Net;
using Gatehouse.Server.Seeding;
using Gatehouse.Signatures;
using Gatehouse.Storage.Sqlite;

namespace Gatehouse.Server.Tests.Emulator;

/// <summary>A server that is started with <c>--seed</c>.</summary>
public sealed class SeedTests
{
    /// <summary>A bit of everything, over two accounts.</summary>
    internal const string Full = """
        accounts:
          - id: "111122223333"
            name: main
            email: root@example.com
            alias: acme-main
            inOrganization: true
            passwordPolicy: {minimumLength: 12, requireNumbers: true, maxAgeDays: 90}
            requireMfa: all
            rootAccessKeys:
              - {id: AKIASEEDROOTSEEDROOT, secret: {file: root.secret}}
            policies:
              - name: read-things
                path: /team/
                description: Reads things.
                tags: {team: blue}
                document:
                  Version: 2012-10-17
                  Statement:
                    - {Effect: Allow, Action: ["s3:Get*"], Resource: "*"}
            groups:
              - name: readers
                policies: [read-things, "arn:aws:iam::aws:policy/IAMReadOnlyAccess"]
            users:
              - name: alice
                path: /people/
                tags: {mail: alice@example.com}
                groups: [readers]
                permissionsBoundary: arn:aws:iam::aws:policy/AdministratorAccess
                inlinePolicies:
                  self: '{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:GetUser","Resource":"*"}}'
                  other: file:other.json
                accessKeys:
                  - {id: AKIASEEDALICESEEDALI, secret: {file: alice.secret}}
                loginProfile: {password: {file: alice.password}, resetRequired: true}
            roles:
              - name: second
                trust:
                  Version: 2012-10-17
                  Statement:
                    - {Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:role/first"}, Action: "sts:AssumeRole"}
              - name: first
                description: Trusts the second, a person elsewhere and an account.
                maxSessionDuration: 7200
                tags: {a: b}
                policies: ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
                trust:
                  Version: 2012-10-17
                  Statement:
                    - Effect: Allow
                      Principal: {AWS: ["arn:aws:iam::111122223333:role/second", "arn:aws:iam::444455556666:user/bob", "444455556666"]}
                      Action: sts:AssumeRole
            serviceLinkedRoles:
              - {service: autoscaling.amazonaws.com}
            instanceProfiles:
              - {name: machine, role: first, tags: {x: y}}
            oidcProviders:
              - url: https://token.actions.githubusercontent.com
                clientIds: [sts.amazonaws.com]
                thumbprints: [6938fd4d98bab03faadb97b34396831e3780aea1]
                keys: {keys: [{kty: EC, kid: one, crv: P-256, x: 19HFp2fWMk7tG4hhTllr57Y0d8Wq2VQsl383oqwQkkM, y: Hf-zcpMmMxwSAuVx7tD6vNlDGslwShx5Lr6jwnaRYHA}]}
                tags: {z: w}
          - id: "444455556666"
            name: other
            email: other@example.com
            inOrganization: true
            users:
              - name: bob
          - id: "777788889999"
            name: alone
            email: alone@example.com
        """;

    private static readonly SigningCredentials Alice = new("AKIASEEDALICESEEDALI", "alicealicealicealicealicealicealicealice");
    private static readonly SigningCredentials Root = new("AKIASEEDROOTSEEDROOT", "rootrootrootrootrootrootrootrootrootroot");

    [Fact]
    public async Task What_the_seed_names_is_there_when_the_server_answers()
    {
        await using var server = await Emulator.StartAsync(Emulator.Settings with { Seed = Folder(Full) });

        var alice = await server.IamAsync(Alice, "GetUser");
        var keys = await server.IamAsync(Root, "ListAccessKeys", ("UserName", "alice"));
        var role = await server.IamAsync(Root, "GetRole", ("RoleName", "first"));
        var groups = await server.IamAsync(Root, "ListGroupsForUser", ("UserName", "alice"));
        var profile = await server.IamAsync(Root, "GetInstanceProfile", ("InstanceProfileName", "machine"));
        var aliases = await server.IamAsync(Root, "ListAccountAliases");

        Assert.Contains("user/people/alice", alice.Body, StringComparison.Ordinal);
        Assert.Contains("AdministratorAccess", alice.Body, StringComparison.Ordinal);
        Assert.Contains("AKIASEEDALICESEEDALI", keys.Body, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("arn:aws:iam::444455556666:user/bob"), role.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("7200", role.Body, StringComparison.Ordinal);
        Assert.Contains("readers", groups.Body, StringComparison.Ordinal);
        Assert.Contains("role/first", profile.Body, StringComparison.Ordinal);
        Assert.Contains("acme-main", aliases.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_start_with_the_same_seed_commits_nothing()
    {
        var folder = Emulator.NewFolder();
        var settings = Emulator.Settings with { Data = Path.Combine(folder, "data"), Seed = Folder(Full) };
        await using (await Emulator.StartAsync(settings))
        {
        }

        var before = await VersionsAsync(settings.Data);
        await using (await Emulator.StartAsync(settings))
        {
        }

        Assert.Equal(before, await VersionsAsync(settings.Data));
        Assert.All(before, version => Assert.True(version > 0));
    }

    [Fact]
    public async Task What_differs_is_brought_into_shape_and_what_the_seed_does_not_name_stays()
    {
        var folder = Emulator.NewFolder();
        var settings = Emulator.Settings with { Data = Path.Combine(folder, "data"), Seed = Folder(Full) };
        await using (var server = await Emulator.StartAsync(settings))
        {
            await server.IamAsync(Root, "CreateUser", ("UserName", "extra"));
            await server.IamAsync(Root, "TagUser", ("UserName", "alice"), ("Tags.member.1.Key", "mail"), ("Tags.member.1.Value", "changed"));
            await server.IamAsync(Root, "RemoveUserFromGroup", ("UserName", "alice"), ("GroupName", "readers"));
            await server.IamAsync(Root, "UpdateAccessKey", ("UserName", "alice"), ("AccessKeyId", Alice.AccessKeyId), ("Status", "Inactive"));
        }

        await using var again = await Emulator.StartAsync(settings);

        Assert.Equal(HttpStatusCode.OK, (await again.IamAsync(Root, "GetUser", ("UserName", "extra"))).Status);
        Assert.Contains("alice@example.com", (await again.IamAsync(Alice, "GetUser")).Body, StringComparison.Ordinal);
        Assert.Contains("readers", (await again.IamAsync(Root, "ListGroupsForUser", ("UserName", "alice"))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_problem_is_told_with_its_line_and_path_and_nothing_is_written()
    {
        var folder = Emulator.NewFolder();
        var file = Emulator.Write(folder, "seed.yaml", """
            accounts:
              - name: main
                email: root@example.com
                users:
                  - name: "not a name"
                  - name: eve
                    colour: red
                    groups: [nowhere]
                    inlinePolicies:
                      bad: {Version: 2012-10-17, Statement: {Effect: Perhaps, Action: "*", Resource: "*"}}
                    accessKeys:
                      - {id: AKIASEEDEVESEEDEVE00, secret: in-the-clear-in-the-clear-in-the-clear-in}
                      - {id: AKIASEEDEVESEEDEVE01, secret: {env: NO_SUCH_VARIABLE_HERE}}
                roles:
                  - name: lonely
                    trust: {Version: 2012-10-17, Statement: {Effect: Allow, Principal: {AWS: "arn:aws:iam::111122223333:role/missing"}, Action: "sts:AssumeRole"}}
            """);
        var data = Path.Combine(folder, "data");

        var refused = await Assert.ThrowsAsync<SeedException>(
            () => Emulator.StartAsync(Emulator.Settings with { AccountId = "111122223333", Data = data, Seed = file }));

        Assert.Contains(":5: accounts[0].users[0].name: 1 validation error", refused.Message, StringComparison.Ordinal);
        Assert.Contains(":7: accounts[0].users[1].colour: unknown field", refused.Message, StringComparison.Ordinal);
        Assert.Contains(":8: accounts[0].users[1].groups[0]: The group with name nowhere cannot be found.", refused.Message, StringComparison.Ordinal);
        Assert.Contains(":10: accounts[0].users[1].inlinePolicies.bad: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(":12: accounts[0].users[1].accessKeys[0].secret: must be {env: NAME} or {file: PATH}", refused.Message, StringComparison.Ordinal);
        Assert.Contains(":13: accounts[0].users[1].accessKeys[1].secret.env: the environment variable NO_SUCH_VARIABLE_HERE is not set", refused.Message, StringComparison.Ordinal);
        Assert.Contains(":16: accounts[0].roles[0].trust: Invalid principal", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("in-the-clear", refused.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(data));
    }

    [Fact]
    public async Task A_seed_that_is_refused_later_leaves_the_store_as_it_was()
    {
        var folder = Emulator.NewFolder();
        var settings = Emulator.Settings with { Data = Path.Combine(folder, "data"), Seed = Folder(Full) };
        await using (await Emulator.StartAsync(settings))
        {
        }

        var before = await VersionsAsync(settings.Data);
        var bad = Folder(Full.Replace("- name: bob", "- name: bob\n      - name: 'b@d!'", StringComparison.Ordinal));

        await Assert.ThrowsAsync<SeedException>(() => Emulator.StartAsync(settings with { Seed = bad }));

        Assert.Equal(before, await VersionsAsync(settings.Data));
    }

    [Fact]
    public async Task A_seed_leaves_the_events_that_its_operations_leave()
    {
        await using var server = await Emulator.StartAsync(Emulator.Settings with { Seed = Folder(Full) });

        var store = new List<string>();
        await foreach (var commit in server.Host.Store.HistoryAsync("account/111122223333", long.MaxValue, CancellationToken.None))
        {
            store.AddRange(commit.Rows.Where(row => row.Kind == Accounts.Storage.RowKind.Note).Select(row => System.Text.Encoding.UTF8.GetString(row.Value.Span)));
        }

        Assert.Contains(store, note => note.Contains("CreateUser", StringComparison.Ordinal) && note.Contains("gatehouse-seed", StringComparison.Ordinal));
        Assert.Contains(store, note => note.Contains("CreateAccessKey", StringComparison.Ordinal));
        Assert.DoesNotContain(store, note => note.Contains("alicealice", StringComparison.Ordinal) || note.Contains("Passw0rd", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("accounts: []", "needs 'accounts'")]
    [InlineData("people: []", "people: unknown field")]
    [InlineData("accounts: [{id: 111122223333}]", "must be a text: put it in quotes")]
    [InlineData("accounts: &a []", "anchors are not read")]
    [InlineData("accounts: [{}, {id: '444455556666'}]", "a new account needs 'name' and 'email'")]
    [InlineData("accounts: [{roles: [{name: r}]}]", "needs 'trust'")]
    [InlineData("accounts: [{policies: [{name: p, document: 'file:gone.json'}]}]", "no such file")]
    [InlineData("accounts: [{users: [{name: u, groups: x}]}]", "must be a list")]
    [InlineData("accounts: [{passwordPolicy: {minimumLength: 3}}]", "1 validation error")]
    [InlineData("accounts: [{requireMfa: everybody}]", "must be none, root or all")]
    public async Task What_cannot_be_a_seed_is_refused(string yaml, string says)
    {
        var file = Emulator.Write(Emulator.NewFolder(), "seed.yaml", yaml);

        var refused = await Assert.ThrowsAsync<SeedException>(() => Emulator.StartAsync(Emulator.Settings with { Seed = file }));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A seed in a folder of its own, beside the secrets that it names.</summary>
    internal static string Folder(string yaml)
    {
        var folder = Emulator.NewFolder();
        Emulator.Write(folder, "root.secret", Root("root"));
        Emulator.Write(folder, "alice.secret", Root("alice") + "\n");
        Emulator.Write(folder, "alice.password", "Passw0rd-of-alice");
        Emulator.Write(folder, "other.json", """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:DeleteBucket","Resource":"*"}}""");
        return Emulator.Write(folder, "seed.yaml", yaml);

        static string Root(string word) => string.Concat(Enumerable.Repeat(word, 10))[..40];
    }

    private static async Task<long[]> VersionsAsync(string data)
    {
        await using var store = SqliteStore.Open(data, TimeProvider.System, new());
        return
        [
            (await store.LoadAsync("account/111122223333", CancellationToken.None)).Version,
            (await store.LoadAsync("account/444455556666", CancellationToken.None)).Version,
            (await store.LoadAsync("account/777788889999", CancellationToken.None)).Version,
            (await store.LoadAsync("names", CancellationToken.None)).Version,
            (await store.LoadAsync("keys", CancellationToken.None)).Version,
        ];
    }
}

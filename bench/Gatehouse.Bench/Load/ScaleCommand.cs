using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Bench.Load;

/// <summary>Measures whether calls cost the same in an account of 10,000 users, 5,000 roles and 5,000 policies as in one of a hundredth of that.</summary>
internal static class ScaleCommand
{
    private const int Small = 100;
    private const int Large = 10_000;
    private const int Calls = 400;
    private const int Rounds = 5;
    private const string Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*","s3:List*"],"Resource":"arn:aws:s3:::home/*"}]}""";
    private const string Trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}]}""";

    // AWS's own limits are below what is measured; an operator may raise them, as AWS does when asked.
    private static readonly Dictionary<string, string> Settings = new(Town.Settings, StringComparer.Ordinal)
    {
        ["GATEHOUSE_QUOTAS"] = "UsersPerAccount=100000,RolesPerAccount=100000,PoliciesPerAccount=100000",
    };

    private static readonly (string Name, Func<int, (string, string)[]> Parameters)[] Measured =
    [
        ("ListUsers", _ => [("MaxItems", "100")]),
        ("GetUser", number => [("UserName", UserName(number % Small))]),
        ("CreateUser", number => [("UserName", string.Create(CultureInfo.InvariantCulture, $"new-{number}"))]),
        ("GetPolicy", number => [("PolicyArn", $"arn:aws:iam::111122223333:policy/{PolicyName(number % (Small / 2))}")]),
        ("GetAccountAuthorizationDetails", _ => [("MaxItems", "100")]),
    ];

    /// <summary>Fills the account, measures, fills it further, and measures again.</summary>
    internal static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-bench-").FullName;
        try
        {
            double residentOfFew, residentOfMany;
            List<double> small, large;
            var data = Path.Combine(folder, "data");
            var made = 0;
            await using (var server = await StartAsync(folder, data))
            {
                var root = Town.Root(server);
                Fill(server, root, 0, Small);
                Measure(server, root, ref made);
                small = Measure(server, root, ref made);
                await server.StopAsync();
            }

            residentOfFew = await RestAsync(folder, data);
            await using (var server = await StartAsync(folder, data))
            {
                var root = Town.Root(server);
                Fill(server, root, Small, Large);
                Measure(server, root, ref made);
                large = Measure(server, root, ref made);
                await server.StopAsync();
            }

            residentOfMany = await RestAsync(folder, data);
            var report = new JsonObject
            {
                ["bytes_per_user"] = BytesPerUser(),
                ["resident_mb_small_restarted"] = Math.Round(residentOfFew / 1e6),
                ["resident_mb_large_restarted"] = Math.Round(residentOfMany / 1e6),
            };
            foreach (var ((name, _), (few, many)) in Measured.Zip(small.Zip(large)))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-32}{few,10:F0} us of {Small} users{many,10:F0} us of {Large}{many / few,8:F2}"));
                report[name] = Math.Round(many / few, 2);
            }

            Console.WriteLine(report.ToJsonString());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<Child> StartAsync(string folder, string data) =>
        Child.StartAsync("gatehouse.dll", folder, Settings, "serve", "--urls", "http://127.0.0.1:0", "--data", data);

    // What a server holds that has just read the account and answered a call.
    private static async Task<double> RestAsync(string folder, string data)
    {
        await using var server = await StartAsync(folder, data);
        Town.Root(server).Call("iam", "GetUser", ("UserName", UserName(0)));
        await Task.Delay(TimeSpan.FromSeconds(3));
        var bytes = server.ResidentBytes;
        await server.StopAsync();
        return bytes;
    }

    // What a user costs in the account's snapshot, read from the rows of a store.
    private static double BytesPerUser()
    {
        var rows = Enumerable.Range(0, Large).Select(number => new User
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"AIDA{number:D17}"),
            Name = UserName(number),
            Path = "/",
            Created = TimeProvider.System.GetUtcNow(),
            AttachedPolicies = ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
            Tags = [new("team", "platform")],
        }).Select(user => Row.Put(User.TableName, user.Key, JsonSerializer.SerializeToUtf8Bytes(user, User.Json))).ToList();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var account = Account.Read("111122223333", new(1, rows));
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(account);
        GC.KeepAlive(rows);
        return Math.Round(bytes / (double)Large);
    }

    // The median over rounds of the time of one call, in microseconds. Calls of one kind follow each other on one connection.
    private static List<double> Measure(Child server, QueryClient root, ref int made)
    {
        var medians = new List<double>();
        foreach (var (name, parameters) in Measured)
        {
            var rounds = new List<double>();
            for (var round = 0; round < Rounds; round++)
            {
                var first = made;
                made += Calls;
                var requests = Enumerable.Range(first, Calls).Select(number => root.Bytes(TimeProvider.System.GetUtcNow(), "iam", name, parameters(number))).ToList();
                var watch = Stopwatch.StartNew();
                Send(server, requests);
                rounds.Add(watch.Elapsed.TotalMicroseconds / Calls);
            }

            medians.Add(rounds.Order().ElementAt(Rounds / 2));
        }

        return medians;
    }

    private static void Fill(Child server, QueryClient root, int from, int to)
    {
        for (var first = from; first < to; first += 500)
        {
            var now = TimeProvider.System.GetUtcNow();
            var requests = new List<byte[]>();
            for (var number = first; number < Math.Min(first + 500, to); number++)
            {
                requests.Add(root.Bytes(now, "iam", "CreateUser", ("UserName", UserName(number))));
                if (number % 2 == 0)
                {
                    requests.Add(root.Bytes(now, "iam", "CreateRole", ("RoleName", $"role-{number}"), ("AssumeRolePolicyDocument", Trust)));
                    requests.Add(root.Bytes(now, "iam", "CreatePolicy", ("PolicyName", PolicyName(number / 2)), ("PolicyDocument", Document)));
                }
            }

            Send(server, requests);
        }
    }

    private static void Send(Child server, List<byte[]> requests)
    {
        using var line = new Connection(server.Endpoint);
        foreach (var request in requests)
        {
            line.Send(request);
            if (line.Receive() is var status and not 200)
            {
                throw new InvalidOperationException($"{status}: {Encoding.UTF8.GetString(line.Answer)}");
            }
        }
    }

    private static string UserName(int number) => string.Create(CultureInfo.InvariantCulture, $"user-{number:D5}");

    private static string PolicyName(int number) => string.Create(CultureInfo.InvariantCulture, $"policy-{number:D5}");
}

using System.CommandLine;
using Gatehouse.Policies;
using Gatehouse.Server.Sessions;
using Gatehouse.Server.Workloads;

namespace Gatehouse.Server.Hosting;

/// <summary>The commands of the program. <c>serve</c> is what it does when none is named.</summary>
internal static class CommandLine
{
    /// <summary>Builds the commands.</summary>
    internal static RootCommand Build()
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen, such as http://localhost:4566; several are parted by semicolons.",
            HelpName = "URLS",
        };
        var data = new Option<string>("--data")
        {
            Description = "The data folder, or :memory: to keep nothing.",
            HelpName = "DIR",
        };

        var seed = new Option<string>("--seed")
        {
            Description = "A YAML or JSON file of accounts, users, groups, roles and policies that must be there once the server has started.",
            HelpName = "FILE",
        };
        var dev = new Option<bool>("--dev")
        {
            Description = "Development mode: everything in memory, keys test/test, and endpoints that reset, restore and move the clock.",
        };

        var serve = new Command("serve", "Starts the server; the default.") { urls, data, seed, dev };
        var root = new RootCommand("Gatehouse: AWS Identity and Access Management that anyone can run.") { urls, data, seed, dev, serve, PolicyCommand.Build(), SessionsCommand.Build(), SignInsCommand.Build(), IdentityUsersCommand.Build(), IssuerKeysCommand.Build(), CredentialsCommand.Build(), AgentCommand.Build(), Seeding.ExportCommand.Build(), Seeding.ImportCommand.Build() };
        root.SetAction(Serve);
        serve.SetAction(Serve);
        return root;

        Task<int> Serve(ParseResult parsed, CancellationToken cancel)
        {
            var given = new List<KeyValuePair<string, string>>();
            foreach (var (name, option) in new[] { ("Urls", urls), ("Data", data), ("Seed", seed) })
            {
                if (parsed.GetValue(option) is { } value)
                {
                    given.Add(new(name, value));
                }
            }

            if (parsed.GetValue(dev))
            {
                given.Add(new("Dev", "true"));
            }

            return ServeCommand.RunAsync(given, cancel);
        }
    }
}

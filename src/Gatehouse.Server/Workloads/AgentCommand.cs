using System.Collections;
using System.CommandLine;
using System.Net.Sockets;
using Gatehouse.Server.Sessions;
using Gatehouse.Workloads;

namespace Gatehouse.Server.Workloads;

/// <summary><c>gatehouse agent</c>: the listeners of a workload next to it, on a machine that holds no store; its role is fetched from a server.</summary>
internal static class AgentCommand
{
    private const int Refused = 1;
    private const int LeastSeconds = 3600;

    /// <summary>Builds the command.</summary>
    internal static Command Build()
    {
        var options = new RoleOptions(LeastSeconds);
        var listen = new Option<string[]>("--listen")
        {
            Description = "A listener, as one word: 'instance http://127.0.0.1:1338' or 'container http://127.0.0.1:4567 token-file=FILE', or 'pod http://169.254.170.23 cluster=NAME' for all pods of a node, with the fields of the setting Workloads. May be given again.",
            HelpName = "LISTENER",
            Required = true,
            AllowMultipleArgumentsPerToken = false,
        };
        var command = new Command(
            "agent",
            $"Gives one role to the workload beside it, as an instance's metadata service or a container's credentials endpoint does, until it is stopped.\n{RoleOptions.Proofs}\n"
            + "Exit codes: 0 stopped; 1 refused when it started, or could not listen; 2 wrong use.") { listen };
        options.AddTo(command);
        listen.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                try
                {
                    _ = WorkloadListener.ParseFor("", "", token.Value);
                }
                catch (FormatException reason)
                {
                    result.AddError($"--listen: {reason.Message}");
                }
            }
        });
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                var (role, make) = options.Read(parsed, Environment.GetEnvironmentVariables());
                var listeners = parsed.GetValue(listen)!.Select(text => WorkloadListener.ParseFor(role.Account, role.RoleName, text)).ToList();
                using var client = make(TimeProvider.System);
                return await RunAsync(listeners, role, client, parsed.InvocationConfiguration.Output, cancel);
            }
            catch (Exception reason) when (reason is WorkloadRefusal or IOException or SocketException)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"gatehouse: {ServiceCommands.Plain(reason.Message.ReplaceLineEndings(" "))}");
                return Refused;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(IReadOnlyList<WorkloadListener> listeners, RoleRequest role, IRoleClient client, TextWriter output, CancellationToken cancel)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new());
        builder.Logging.AddJsonConsole(json => json.UseUtcTimestamp = true).AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services
            .AddSingleton(services => new AgentRoles(role, client, TimeProvider.System, services.GetRequiredService<ILoggerFactory>().CreateLogger("Gatehouse.Agent")))
            .AddSingleton(services => new WorkloadHost(listeners, services.GetRequiredService<AgentRoles>(), TimeProvider.System))
            .AddHostedService(services => services.GetRequiredService<WorkloadHost>());
        var host = builder.Build();
        await using var end = (IAsyncDisposable)host;
        await host.StartAsync(cancel);
        var workloads = host.Services.GetRequiredService<WorkloadHost>();
        try
        {
            await workloads.PrepareAsync(cancel);
        }
        catch (WorkloadRefusal refusal) when (refusal.Away)
        {
            // A machine may be up before its server is. What was wrong is in the log, and whoever asks has it tried again.
        }

        foreach (var (listener, url) in listeners.Zip(workloads.Urls))
        {
            var given = listener.Kind == WorkloadKind.Pod ? $"pods of the cluster {listener.Name} their roles, where they have" : $"{role.RoleArn} to whoever has";
            await output.WriteLineAsync($"gatehouse agent gives {given} {listener.Variables(url)}");
        }

        await host.WaitForShutdownAsync(cancel);
        return 0;
    }
}

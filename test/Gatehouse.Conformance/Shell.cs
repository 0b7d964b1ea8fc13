using System.Diagnostics;

namespace Gatehouse.Conformance;

/// <summary>Runs commands as a user does who pasted the export lines: with the endpoint and root's key in the environment, and a home of their own.</summary>
internal static class Shell
{
    /// <summary>Runs a script with bash; what fails ends it.</summary>
    internal static Task<Output> RunAsync(ServerProcess server, string script) => RunAsync(server, "bash", ["-c", "set -euo pipefail\n" + Wrapper.Value + script]);

    /// <summary>Runs a script that starts the servers it needs.</summary>
    internal static Task<Output> RunAsync(string folder, string script) => RunAsync(folder, "", "bash", ["-c", "set -euo pipefail\n" + Wrapper.Value + script]);

    /// <summary>Runs a program.</summary>
    internal static Task<Output> RunAsync(ServerProcess server, string program, IEnumerable<string> arguments) => RunAsync(server.Folder, server.Endpoint, program, arguments);

    private static async Task<Output> RunAsync(string folder, string endpoint, string program, IEnumerable<string> arguments)
    {
        var home = Directory.CreateDirectory(Path.Combine(folder, "home"));
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = home.FullName,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        // The CLI keeps assumed roles in its home: those of another server must not be found there.
        start.Environment["HOME"] = home.FullName;
        start.Environment["AWS_ENDPOINT_URL"] = endpoint;
        start.Environment["AWS_REGION"] = "us-east-1";
        start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        start.Environment["AWS_ACCESS_KEY_ID"] = ServerProcess.KeyId;
        start.Environment["AWS_SECRET_ACCESS_KEY"] = ServerProcess.Secret;
        start.Environment["AWS_CONFIG_FILE"] = Path.Combine(home.FullName, "config");
        start.Environment["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(home.FullName, "credentials");
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        start.Environment["AWS_PAGER"] = "";
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(10));
        await process.WaitForExitAsync(limit.Token);
        return new(process.ExitCode, await output, await error);
    }

    // A version manager's shim costs a third of a second for each of many calls: what it leads to is called instead.
    // AWS CLIs before 1.29 and 2.13 do not read AWS_ENDPOINT_URL: they are given it as an option, as the README says.
    private const string Finding =
        """
        shimmed=$(pyenv which aws 2>/dev/null) && PATH="${shimmed%/*}:$PATH"
        command -v aws
        version=$(aws --version 2>&1 | sed -E 's#aws-cli/([0-9]+)\.([0-9]+).*#\1 \2#')
        read -r major minor <<< "$version"
        if { [ "$major" = 1 ] && [ "$minor" -lt 29 ]; } || { [ "$major" = 2 ] && [ "$minor" -lt 13 ]; }; then echo old; else echo new; fi
        """;

    // What the CLI is does not change while the tests run: one look is enough.
    private static readonly Lazy<string> Wrapper = new(Wrap);

    private static string Wrap()
    {
        using var finding = Process.Start(new ProcessStartInfo("bash", ["-c", Finding]) { RedirectStandardOutput = true })!;
        var found = finding.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        finding.WaitForExit();
        var (cli, age) = found is [var path, var known] ? (path, known) : throw new InvalidOperationException("There is no AWS CLI.");
        return $$"""
            mkdir -p bin
            printf '#!/bin/sh\nexec dotnet "%s" "$@"\n' "{{Path.Combine(AppContext.BaseDirectory, "gatehouse.dll")}}" > bin/gatehouse
            chmod +x bin/gatehouse
            export PATH="$PWD/bin:{{Path.GetDirectoryName(cli)}}:$PATH"
            if [ {{age}} = old ]; then
              mkdir -p old-cli
              printf '#!/bin/sh\nif [ "$1" = configure ]; then exec %s "$@"; fi\nexec %s --endpoint-url "$AWS_ENDPOINT_URL" "$@"\n' '{{cli}}' '{{cli}}' > old-cli/aws
              chmod +x old-cli/aws
              export PATH="$PWD/old-cli:$PATH"
            fi

            """;
    }
}

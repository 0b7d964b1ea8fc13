using System.Diagnostics;

namespace Gatehouse.Conformance;

/// <summary>The program as a .NET tool: packed, installed from the package, and run.</summary>
public sealed class PackageTests
{
    [Fact]
    public async Task The_tool_installs_from_its_package_and_judges_a_policy()
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-tool-").FullName;
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        await File.WriteAllTextAsync(
            Path.Combine(folder, "policy.json"),
            """{"Version":"2012-10-17","Statement":[{"Effect":"Alow","Action":"s3:GetObject","Resource":"*"}]}""",
            TestContext.Current.CancellationToken);

        // What was built is packed: nothing is compiled here.
        var packed = await RunAsync("dotnet", folder, "pack", Path.Combine(Scripts.Root, "src", "Gatehouse.Server"), "-c", configuration, "--no-build", "-o", folder, "--nologo");
        Assert.True(packed.ExitCode == 0, packed.ToString());
        var installed = await RunAsync("dotnet", folder, "tool", "install", "Gatehouse", "--tool-path", Path.Combine(folder, "tools"), "--source", folder, "--prerelease");
        Assert.True(installed.ExitCode == 0, installed.ToString());
        var judged = await RunAsync(Path.Combine(folder, "tools", "gatehouse"), folder, "policy", "validate", "policy.json");

        Assert.Equal(1, judged.ExitCode);
        Assert.Contains("policy.json:1:48", judged.Text, StringComparison.Ordinal);
    }

    private static async Task<Output> RunAsync(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };

        // Its own cache of packages, so that the one just made is what is installed.
        start.Environment["NUGET_PACKAGES"] = Path.Combine(folder, "packages");
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await process.WaitForExitAsync(limit.Token);
        return new(process.ExitCode, await output, await error);
    }
}

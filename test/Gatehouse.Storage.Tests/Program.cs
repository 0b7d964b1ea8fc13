namespace Gatehouse.Storage.Tests;

internal static class Program
{
    private static async Task<int> Main(string[] args) =>
        args is [Child.Mark, var role, var folder]
            ? await Child.RunAsync(role, folder)
            : args.Any(static arg => arg is "-automated" or "@@")
                ? await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args)
                : await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions);
}

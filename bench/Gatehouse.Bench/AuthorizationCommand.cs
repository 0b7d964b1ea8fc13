using System.Diagnostics;
using Gatehouse.ServiceAuthorization;

namespace Gatehouse.Bench;

/// <summary>What the service authorization data costs: bytes and time for the list, one service, and all of them.</summary>
internal static class AuthorizationCommand
{
    internal static int Run()
    {
        using (var data = typeof(AuthorizationReference).Assembly.GetManifestResourceStream("service-authorization.bin")!)
        {
            Console.WriteLine($"in the assembly  {data.Length,9:N0} bytes");
        }

        // The first pass pays for the compiler; the second is what the data costs.
        Measure(new AuthorizationReference(), silent: true);
        Measure(new AuthorizationReference(), silent: false);
        return 0;
    }

    private static void Measure(AuthorizationReference reference, bool silent)
    {
        Step("the list", () => reference.Services.Count, silent);
        Step("iam", () => reference.Load("iam")!.Actions.Count, silent);
        Step("ec2", () => reference.Load("ec2")!.Actions.Count, silent);
        Step("all others", () => reference.Services.Sum(service => reference.Load(service.Prefix)!.Actions.Count), silent);
        GC.KeepAlive(reference);
    }

    private static void Step(string name, Func<int> read, bool silent)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var start = Stopwatch.GetTimestamp();
        var count = read();
        var took = Stopwatch.GetElapsedTime(start);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        if (!silent)
        {
            Console.WriteLine($"{name,-16} {bytes,9:N0} bytes  {took.TotalMilliseconds,8:N2} ms  {count,6} entries");
        }
    }
}

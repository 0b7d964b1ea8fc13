using System.Globalization;
using BenchmarkDotNet.Running;
using Gatehouse.Bench;
using Gatehouse.Bench.Load;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args switch
{
    ["decide", var path] => DecideCommand.Run(path),
    ["threads", var path] => ThreadsCommand.Run(path),
    ["workload", var name] => DecideWorkloads.Print(name, seed: 1),
    ["workload", var name, var seed] when int.TryParse(seed, out var number) => DecideWorkloads.Print(name, number),
    ["load"] => await LoadCommand.RunAsync(rounds: 7, seconds: 2, only: null),
    ["load", var only] => await LoadCommand.RunAsync(rounds: 7, seconds: 2, only),
    ["load", var only, var rounds] when int.TryParse(rounds, out var number) && number > 0 => await LoadCommand.RunAsync(number, seconds: 2, only),
    ["authorization"] => AuthorizationCommand.Run(),
    ["scale"] => await ScaleCommand.RunAsync(),
    ["attack"] => await AttackCommand.RunAsync(),
    ["startup"] => await StartupCommand.RunAsync(starts: 7),
    ["bare", var answerFile] => await BareCommand.RunAsync(answerFile),
    ["--filter" or "--list", ..] => Benchmark(args),
    _ => Usage(),
};

static int Benchmark(string[] args)
{
    BenchmarkSwitcher.FromAssembly(typeof(SignatureBenchmarks).Assembly).Run(args);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine(
        $"""
        decide WORKLOAD.json            decisions of a workload file
        threads WORKLOAD.json           decisions a second on one thread and on more
        workload {string.Join('|', DecideWorkloads.Names)} [SEED]   makes such a file
        load [OPERATION [ROUNDS]]       requests a second, beside a bare endpoint
        scale                           calls in an account of 10,000 users, beside one of 100
        startup                         time to the first answer, idle memory
        attack                          the most memory the server takes while strangers send it all they can
        authorization                   bytes and time of the service authorization data
        --filter BENCHMARKS | --list flat
        """);
    return 2;
}

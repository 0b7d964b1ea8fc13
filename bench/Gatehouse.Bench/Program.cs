using BenchmarkDotNet.Running;
using Gatehouse.Bench;

return args switch
{
    ["decide", var path] => DecideCommand.Run(path),
    ["workload", var name] => DecideWorkloads.Print(name, seed: 1),
    ["workload", var name, var seed] when int.TryParse(seed, out var number) => DecideWorkloads.Print(name, number),
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
    Console.Error.WriteLine($"decide WORKLOAD.json | workload {string.Join('|', DecideWorkloads.Names)} [SEED] | --filter BENCHMARKS | --list flat");
    return 2;
}

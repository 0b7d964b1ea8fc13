using Gatehouse.Bench;

return args switch
{
    ["decide", var path] => DecideCommand.Run(path),
    ["workload", var name] => DecideWorkloads.Print(name, seed: 1),
    ["workload", var name, var seed] when int.TryParse(seed, out var number) => DecideWorkloads.Print(name, number),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine($"decide WORKLOAD.json | workload {string.Join('|', DecideWorkloads.Names)} [SEED]");
    return 2;
}

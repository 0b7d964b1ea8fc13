using BenchmarkDotNet.Running;
using Gatehouse.Bench;

BenchmarkSwitcher.FromAssembly(typeof(SignatureBenchmarks).Assembly).Run(args);

using System.Globalization;
using System.Text;

namespace Gatehouse.Fuzz;

/// <summary>
/// Feeds a target with mutated seeds. GATEHOUSE_FUZZ_CASES says how many of each target, GATEHOUSE_FUZZ_SEED which; a failure names the case,
/// and its input, as base64, is ready to become a seed or a test.
/// </summary>
internal static class FuzzRun
{
    private static readonly int Seed = Setting("GATEHOUSE_FUZZ_SEED") ?? 20_261_128;

    /// <summary>Runs a target on mutations of the seeds of a folder.</summary>
    /// <param name="folder">A folder of the corpus.</param>
    /// <param name="cases">How many cases, unless the environment says otherwise.</param>
    /// <param name="target">Throws when something that must always hold does not.</param>
    public static void OverCorpus(string folder, int cases, Action<string> target)
    {
        var seeds = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus", folder)).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        Assert.NotEmpty(seeds);
        foreach (var seed in seeds)
        {
            Try(seed, seed, target);
        }

        Each(cases, (random, name) => Try(name, Mutations.Mutate(random, seeds), target));
    }

    /// <summary>Runs a target that makes up its own input.</summary>
    public static void Each(int cases, Action<Random, string> target)
    {
        var count = Setting("GATEHOUSE_FUZZ_CASES") ?? cases;
        for (var number = 0; number < count; number++)
        {
            // One generator a case, so that a case can be run again alone.
            target(new(unchecked(Seed + number)), $"GATEHOUSE_FUZZ_SEED={Seed + number} GATEHOUSE_FUZZ_CASES=1");
        }
    }

    private static void Try(string name, string input, Action<string> target)
    {
        try
        {
            target(input);
        }
        catch (Exception wrong)
        {
            Assert.Fail($"{name}\ninput: {Convert.ToBase64String(Encoding.Unicode.GetBytes(input))}\n{wrong}");
        }
    }

    private static int? Setting(string name) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : null;
}

// Breaks the policy engine on purpose, one fault at a time, and says which faults its tests do not notice.
//
//   dotnet run tools/Mutate.cs [FROM [COUNT]]
//
// Works on a copy in a temporary folder. tools/mutations.table lists the faults: a name, a file below src/Gatehouse.PolicyEngine,
// what stands there and what is put in its place. Exit code 1 when a fault survives or cannot be made.
using System.Diagnostics;

var root = Directory.GetCurrentDirectory();
var table = File.ReadAllText(Path.Combine(root, "tools", "mutations.table"));
var faults = table.Split("\n\n", StringSplitOptions.RemoveEmptyEntries)
    .Select(block => block.Trim('\n').Split('\n')).Where(lines => lines[0][0] != '#')
    .Select(lines => (Name: lines[0], File: lines[1], Old: Part(lines, '-'), New: Part(lines, '+'))).ToArray();
var from = args.Length > 0 ? int.Parse(args[0]) : 0;
var count = args.Length > 1 ? int.Parse(args[1]) : faults.Length;

var copy = Path.Combine(Path.GetTempPath(), "gatehouse-mutants");
if (Directory.Exists(copy))
{
    // A run that was stopped leaves a fault behind.
    Directory.Delete(copy, recursive: true);
}

Copy("src/Gatehouse.PolicyEngine");
Copy("test/Gatehouse.PolicyEngine.Tests");
foreach (var file in Directory.GetFiles(root).Where(file => Path.GetExtension(file) is ".props" or ".targets" or ".json" or ".config" or ".txt" || Path.GetFileName(file) == ".editorconfig"))
{
    File.Copy(file, Path.Combine(copy, Path.GetFileName(file)), overwrite: true);
}

const string Tests = "test/Gatehouse.PolicyEngine.Tests";
if (!Run("build", Tests, "-c", "Release", "-v", "quiet", "--nologo", "-p:RunAnalyzers=false"))
{
    Console.Error.WriteLine("The copy does not build.");
    return 2;
}

var built = Path.Combine(copy, Tests, "bin", "Release", "net10.0");
var left = new List<string>();
if (!Noticing())
{
    Console.Error.WriteLine("The tests fail without any fault.");
    return 2;
}

foreach (var (fault, number) in faults.Select((fault, index) => (fault, index)).Skip(from).Take(count))
{
    var file = Path.Combine(copy, "src", "Gatehouse.PolicyEngine", fault.File);
    var text = File.ReadAllText(file);
    var place = text.IndexOf(fault.Old, StringComparison.Ordinal);
    if (place < 0)
    {
        Say(number, fault.Name, "STALE: what it replaces is not there");
        continue;
    }

    File.WriteAllText(file, text[..place] + fault.New + text[(place + fault.Old.Length)..]);
    try
    {
        if (!Run("build", "src/Gatehouse.PolicyEngine", "--no-restore", "-c", "Release", "-v", "quiet", "--nologo", "-p:RunAnalyzers=false", "-p:TreatWarningsAsErrors=false"))
        {
            Say(number, fault.Name, "STALE: does not compile");
            continue;
        }

        var library = "Gatehouse.PolicyEngine.dll";
        File.Copy(Path.Combine(copy, "src", "Gatehouse.PolicyEngine", "bin", "Release", "net10.0", library), Path.Combine(built, library), overwrite: true);
        if (Noticing())
        {
            Say(number, fault.Name, "SURVIVED");
        }
        else
        {
            Console.WriteLine($"{number} noticed: {fault.Name}");
        }
    }
    finally
    {
        File.WriteAllText(file, text);
    }
}

Console.WriteLine(left.Count == 0 ? "every fault was noticed" : $"{left.Count} left:\n{string.Join('\n', left)}");
return left.Count == 0 ? 0 : 1;

// The tests that decide, quickest first; all pass when nothing is noticed.
bool Noticing() => Run("exec", Path.Combine(built, "Gatehouse.PolicyEngine.Tests.dll"), "--filter-not-class", "*CoverageTests", "--stop-on-fail", "on");

void Say(int number, string name, string what)
{
    left.Add($"{what}: {name}");
    Console.WriteLine($"{number} {what}: {name}");
}

bool Run(params string[] arguments)
{
    var start = new ProcessStartInfo("dotnet") { WorkingDirectory = copy, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
    foreach (var argument in arguments)
    {
        start.ArgumentList.Add(argument);
    }

    start.Environment["GATEHOUSE_DIFFERENTIAL_CASES"] = "6000";
    using var process = Process.Start(start)!;
    process.ErrorDataReceived += static (_, _) => { };
    process.BeginErrorReadLine();
    process.StandardOutput.ReadToEnd();
    if (!process.WaitForExit(TimeSpan.FromMinutes(5)))
    {
        process.Kill(entireProcessTree: true);
        return false;
    }

    return process.ExitCode == 0;
}

void Copy(string folder)
{
    foreach (var file in Directory.EnumerateFiles(Path.Combine(root, folder), "*", SearchOption.AllDirectories))
    {
        var relative = Path.GetRelativePath(root, file);
        var parts = relative.Split(Path.DirectorySeparatorChar);
        if (!parts.Contains("bin") && !parts.Contains("obj"))
        {
            var target = Path.Combine(copy, relative);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target, overwrite: true);
        }
    }
}

static string Part(string[] lines, char sign) => string.Join('\n', lines.Skip(2).Where(line => line[0] == sign).Select(line => line.Length > 1 ? line[2..] : ""));

using System.CommandLine;

namespace Gatehouse.Policies.Tests;

/// <summary>An empty folder of a test's own, and the command run on the files in it.</summary>
public sealed class PolicyFolder : IDisposable
{
    /// <summary>Allows reading to a user's own folder, and denies everything without TLS.</summary>
    public const string Role = """
        {
          "Version": "2012-10-17",
          "Statement": [
            {
              "Sid": "Own",
              "Effect": "Allow",
              "Action": "s3:GetObject",
              "Resource": "arn:aws:s3:::docs/${aws:username}/*"
            },
            {
              "Effect": "Deny",
              "Action": "s3:*",
              "Resource": "*",
              "Condition": { "Bool": { "aws:SecureTransport": "false" } }
            }
          ]
        }
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gatehouse-policies-");

    /// <summary>The repository: the folder with the solution in it.</summary>
    public static string Repository { get; } = FindRepository();

    public string Root => folder.FullName;

    public string this[string name] => Path.Combine(folder.FullName, name);

    public static async Task<(int Code, string Output, string Errors)> Invoke(params IReadOnlyList<string> args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await PolicyCommand.InvokeAsync(new RootCommand { PolicyCommand.Build() }.Parse(["policy", .. args]), new() { Output = output, Error = errors });
        return (code, output.ToString(), errors.ToString());
    }

    public string Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Runs the command; the folder's own path is left out of what it says.</summary>
    public async Task<(int Code, string Output, string Errors)> Run(params IReadOnlyList<string> args)
    {
        var (code, output, errors) = await Invoke(args);
        return (code, Short(output), Short(errors));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gatehouse.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }

    private string Short(string text) => text.Replace(folder.FullName + Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(folder.FullName, ".", StringComparison.Ordinal);
}

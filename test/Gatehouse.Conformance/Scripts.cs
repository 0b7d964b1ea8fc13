using System.Reflection;

namespace Gatehouse.Conformance;

/// <summary>Where the scripts of the tests and the pages stand.</summary>
internal static class Scripts
{
    /// <summary>The folder of the repository.</summary>
    internal static string Root => Path.GetFullPath(Path.Combine(Folder, "../.."));

    private static string Folder =>
        typeof(Scripts).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Scripts").Value!;

    /// <summary>The path of a script.</summary>
    internal static string Find(string name) => Path.Combine(Folder, name);
}

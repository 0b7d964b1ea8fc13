namespace Gatehouse.Storage.Tests;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
internal sealed class DataFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("gatehouse-store-").FullName;

    public string Database => System.IO.Path.Combine(Path, "gatehouse.db");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

namespace Gatehouse.Storage.Sqlite;

/// <summary>Holds a data folder for one process; the system lets go of it when the process ends, however it ends.</summary>
internal sealed class FolderLock : IDisposable
{
    private const string FileName = "gatehouse.lock";

    private readonly FileStream file;

    private FolderLock(FileStream file) => this.file = file;

    /// <exception cref="DataFolderException">The folder cannot be made or written, or another process holds it.</exception>
    internal static FolderLock Take(string folder)
    {
        try
        {
            Make(folder);
            var alone = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
            if (!OperatingSystem.IsWindows())
            {
                alone.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            return new(new(Path.Combine(folder, FileName), alone));
        }
        catch (IOException taken) when (Held(taken))
        {
            throw new DataFolderException(
                $"The data folder '{folder}' is in use by another Gatehouse process. Stop that one, or start this one on another folder.", taken);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"The data folder '{folder}' cannot be used: {failed.Message}", failed);
        }
    }

    public void Dispose() => file.Dispose();

    private static void Make(string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>EWOULDBLOCK on Linux and on macOS, and the sharing and lock violations of Windows.</summary>
    private static bool Held(IOException failed) => (failed.HResult & 0xffff) is 11 or 35 or 32 or 33;
}

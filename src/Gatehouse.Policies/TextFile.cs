using System.Text;

namespace Gatehouse.Policies;

/// <summary>Reads text files, and never more of one than a policy or a file of tests can need.</summary>
internal static class TextFile
{
    /// <summary>Most bytes that are read of a file.</summary>
    internal const int MostBytes = 1_048_576;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    internal static string Read(string path, int most = MostBytes)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[most + 1];
            var count = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return count <= most ? Strict.GetString(bytes, 0, count) : throw new InputException($"{path}: larger than {most / 1_048_576} MiB");
        }
        catch (DecoderFallbackException)
        {
            throw new InputException($"{path}: not UTF-8 text");
        }
        catch (Exception wrong) when (wrong is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InputException($"{path}: no such file");
        }
        catch (UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {(Directory.Exists(path) ? "a folder, not a file" : "may not be read")}");
        }
        catch (Exception wrong) when (wrong is IOException or ArgumentException or NotSupportedException)
        {
            throw new InputException($"{path}: cannot be read");
        }
    }
}

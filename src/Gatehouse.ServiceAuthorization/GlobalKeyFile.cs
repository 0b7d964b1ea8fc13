namespace Gatehouse.ServiceAuthorization;

/// <summary>Reads <c>global-keys.txt</c>: a line a key, of its name, type, group, and flags S sensitive or U forgeable.</summary>
internal static class GlobalKeyFile
{
    internal static GlobalKey[] Read()
    {
        using var stream = typeof(GlobalKeyFile).Assembly.GetManifestResourceStream("global-keys.txt")!;
        using var text = new StreamReader(stream);
        return [.. text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(static line => line[0] != '#').Select(ReadLine)];
    }

    private static GlobalKey ReadLine(string line)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var flags = fields.Length > 3 ? fields[3] : "";
        return new(KeyWords.Read(fields[0], fields[1]), Enum.Parse<KeyGroup>(fields[2], ignoreCase: true), flags.Contains('S'), flags.Contains('U'));
    }
}

using System.Globalization;
using System.Text.Json;

namespace Gatehouse.Wire.Tests;

/// <summary>Writes a request as clients of AWS Query do.</summary>
internal sealed class FormWriter : ShapeWriter
{
    private readonly List<string> fields = [];
    private readonly Stack<(string Path, bool List, int Index)> levels = new([("", false, 0)]);

    internal static string Write(IShape shape, string action, string version)
    {
        var writer = new FormWriter();
        shape.Write(writer);

        // Clients write in any order.
        writer.fields.Reverse();
        return string.Join('&', [.. writer.fields, "Action=" + action, "Version=" + version]);
    }

    public override void WriteString(Member member, string? value) => Put(member, value);

    public override void WriteBoolean(Member member, bool? value) => Put(member, value is { } given ? given ? "true" : "false" : null);

    public override void WriteInteger(Member member, long? value) => Put(member, value?.ToString(CultureInfo.InvariantCulture));

    public override void WriteDouble(Member member, double? value) => Put(member, value?.ToString("R", CultureInfo.InvariantCulture));

    public override void WriteTimestamp(Member member, DateTimeOffset? value) =>
        Put(member, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    public override void WriteBlob(Member member, byte[]? value) => Put(member, value is null ? null : Convert.ToBase64String(value));

    public override void WriteDocument(Member member, JsonElement? value) => throw new NotSupportedException();

    public override void WriteStructure(Member member, IShape? value)
    {
        if (value is not null)
        {
            levels.Push((Path(member) + ".", false, 0));
            value.Write(this);
            levels.Pop();
        }
    }

    public override bool BeginList(Member member, int? count)
    {
        if (count is null)
        {
            return false;
        }

        var path = Path(member);
        if (count == 0)
        {
            fields.Add(path + "=");
        }

        levels.Push((member.Flattened ? path + "." : $"{path}.{member.Type.Element!.WireName}.", true, 0));
        return true;
    }

    public override void EndList(Member member) => levels.Pop();

    public override bool BeginMap(Member member, int? count)
    {
        if (count is null)
        {
            return false;
        }

        levels.Push((Path(member) + (member.Flattened ? "." : ".entry."), false, 0));
        return true;
    }

    public override void WriteKey(Member member, string key)
    {
        var (path, list, index) = levels.Pop();
        levels.Push((path, list, index + 1));
        fields.Add($"{path}{index + 1}.{member.Type.Key!.WireName}={Uri.EscapeDataString(key)}");
    }

    public override void EndMap(Member member) => levels.Pop();

    private string Path(Member member)
    {
        var (path, list, index) = levels.Pop();
        levels.Push((path, list, index + (list ? 1 : 0)));
        return list ? $"{path}{(index + 1) * 7}" : index > 0 ? $"{path}{index}.{member.WireName}" : path + member.WireName;
    }

    private void Put(Member member, string? value)
    {
        if (value is not null)
        {
            fields.Add($"{Path(member)}={Uri.EscapeDataString(value)}");
        }
    }
}

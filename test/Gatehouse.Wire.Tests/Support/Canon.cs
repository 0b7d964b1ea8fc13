using System.Text;
using System.Text.Json;

namespace Gatehouse.Wire.Tests;

/// <summary>A shape as text that differs when the shapes differ. Shows everything, secrets too.</summary>
internal sealed class Canon : ShapeWriter
{
    private readonly StringBuilder text = new();

    internal static string Of(IShape shape)
    {
        var canon = new Canon();
        shape.Write(canon);
        return canon.text.ToString();
    }

    public override void WriteString(Member member, string? value) => Put(member, value is null ? null : JsonSerializer.Serialize(value));

    public override void WriteBoolean(Member member, bool? value) => Put(member, value);

    public override void WriteInteger(Member member, long? value) => Put(member, value);

    public override void WriteDouble(Member member, double? value) => Put(member, value);

    public override void WriteTimestamp(Member member, DateTimeOffset? value) => Put(member, value?.ToUnixTimeMilliseconds());

    public override void WriteBlob(Member member, byte[]? value) => Put(member, value is null ? null : Convert.ToHexString(value));

    public override void WriteDocument(Member member, JsonElement? value) => Put(member, value?.GetRawText());

    public override void WriteStructure(Member member, IShape? value)
    {
        if (value is not null)
        {
            Put(member, "{");
            value.Write(this);
            text.Append("}\n");
        }
    }

    public override bool BeginList(Member member, int? count)
    {
        if (count is null)
        {
            return false;
        }

        Put(member, "[");
        return true;
    }

    public override void EndList(Member member) => text.Append("]\n");

    public override bool BeginMap(Member member, int? count) => BeginList(member, count);

    public override void WriteKey(Member member, string key) => text.Append("key ").Append(key).Append('\n');

    public override void EndMap(Member member) => EndList(member);

    private void Put(Member member, object? value)
    {
        if (value is not null)
        {
            text.Append(member.Name).Append(": ").Append(value).Append('\n');
        }
    }
}

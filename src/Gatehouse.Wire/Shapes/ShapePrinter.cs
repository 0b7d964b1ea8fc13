using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Gatehouse.Wire;

/// <summary>Shows a shape to people: <c>CreateUserRequest { Path = /, UserName = alice }</c>. What is sensitive shows as <c>***</c>.</summary>
internal sealed class ShapePrinter : ShapeWriter
{
    private const string Hidden = "***";

    private readonly StringBuilder text = new();
    private string before = "";

    internal static string Print(IShape shape)
    {
        var printer = new ShapePrinter();
        printer.Structure(shape);
        return printer.text.ToString();
    }

    public override void WriteString(Member member, string? value) => Value(member, value);

    public override void WriteBoolean(Member member, bool? value) => Value(member, value is { } given ? given ? "true" : "false" : null);

    public override void WriteInteger(Member member, long? value) => Value(member, value?.ToString(CultureInfo.InvariantCulture));

    public override void WriteDouble(Member member, double? value) => Value(member, value?.ToString("R", CultureInfo.InvariantCulture));

    public override void WriteTimestamp(Member member, DateTimeOffset? value) =>
        Value(member, value?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture));

    public override void WriteBlob(Member member, byte[]? value) => Value(member, value is null ? null : $"{value.Length} bytes");

    public override void WriteDocument(Member member, JsonElement? value) => Value(member, value?.GetRawText());

    public override void WriteStructure(Member member, IShape? value)
    {
        if (value is null)
        {
            return;
        }

        Name(member);
        if (member.Sensitive || value.Schema.Sensitive)
        {
            text.Append(Hidden);
        }
        else
        {
            Structure(value);
        }

        before = ", ";
    }

    public override bool BeginList(Member member, int? count) => Begin(member, count, " [");

    public override void EndList(Member member) => End("]");

    public override bool BeginMap(Member member, int? count) => Begin(member, count, " {");

    public override void WriteKey(Member member, string key)
    {
        var shown = member.Type.Key!.Sensitive ? Hidden : key;
        text.Append(before).Append(shown).Append(": ");
        before = "";
    }

    public override void EndMap(Member member) => End("}");

    private void Structure(IShape shape)
    {
        text.Append(shape.Schema.Name).Append(" { ");
        before = "";
        shape.Write(this);
        text.Append(before.Length == 0 ? "}" : " }");
        before = ", ";
    }

    private void Value(Member member, string? value)
    {
        if (value is null)
        {
            return;
        }

        Name(member);
        text.Append(member.Sensitive ? Hidden : value);
        before = ", ";
    }

    private void Name(Member member)
    {
        text.Append(before);
        if (!member.IsPart)
        {
            text.Append(member.Name).Append(" = ");
        }
    }

    private bool Begin(Member member, int? count, string open)
    {
        if (count is null)
        {
            return false;
        }

        Name(member);
        if (member.Sensitive)
        {
            text.Append(Hidden);
            before = ", ";
            return false;
        }

        text.Append(open.AsSpan(1));
        before = "";
        return true;
    }

    private void End(string close)
    {
        text.Append(close);
        before = ", ";
    }
}

using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;

namespace Gatehouse.Wire.Tests;

/// <summary>Reads an answer as clients of AWS Query do, with an XML parser that is not ours.</summary>
internal sealed class XmlReader(XElement result) : ShapeReader
{
    private readonly Stack<Level> levels = new();
    private XElement here = result;
    private IReadOnlyList<XElement> run = [];
    private Member? member;

    public override void BeginStructure(Schema schema) => levels.Push(new(schema, null, here, new(Enumerable.Range(0, schema.Members.Length)), []));

    public override int NextMember()
    {
        var level = levels.Peek();
        while (level.Members.TryDequeue(out var index))
        {
            member = level.Schema!.Members[index];
            run = [.. level.Element.Elements().Where(child => child.Name.LocalName == member.WireName)];
            if (run.Count > 0)
            {
                here = run[0];
                return index;
            }
        }

        levels.Pop();
        return -1;
    }

    public override string ReadString() => here.Value;

    public override bool ReadBoolean() => here.Value switch { "true" => true, "false" => false, _ => throw new FormatException() };

    public override int ReadInteger() => int.Parse(here.Value, CultureInfo.InvariantCulture);

    public override long ReadLong() => long.Parse(here.Value, CultureInfo.InvariantCulture);

    public override double ReadDouble() => double.Parse(here.Value, CultureInfo.InvariantCulture);

    public override DateTimeOffset ReadTimestamp() =>
        DateTimeOffset.ParseExact(here.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public override byte[] ReadBlob() => Convert.FromBase64String(here.Value);

    public override JsonElement ReadDocument() => throw new NotSupportedException();

    protected override void BeginList() => levels.Push(new(null, member, here, [], new(member!.Flattened ? run : Children(member.Type.Element!.WireName))));

    protected override bool NextElement()
    {
        if (!levels.Peek().Parts.TryDequeue(out var part))
        {
            levels.Pop();
            return false;
        }

        here = part;
        member = levels.Peek().Member!.Type.Element;
        return true;
    }

    protected override void BeginMap() => levels.Push(new(null, member, here, [], new(member!.Flattened ? run : Children("entry"))));

    protected override string? NextEntry()
    {
        var level = levels.Peek();
        if (!level.Parts.TryDequeue(out var entry))
        {
            levels.Pop();
            return null;
        }

        var (key, value) = (level.Member!.Type.Key!, level.Member.Type.Value!);
        Assert.Equal([key.WireName, value.WireName], entry.Elements().Select(child => child.Name.LocalName));
        here = entry.Elements().Last();
        member = value;
        return entry.Elements().First().Value;
    }

    private List<XElement> Children(string name)
    {
        Assert.All(here.Elements(), child => Assert.Equal(name, child.Name.LocalName));
        return [.. here.Elements()];
    }

    private sealed record Level(Schema? Schema, Member? Member, XElement Element, Queue<int> Members, Queue<XElement> Parts);
}

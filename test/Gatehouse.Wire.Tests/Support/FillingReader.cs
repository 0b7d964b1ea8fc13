using System.Text.Json;

namespace Gatehouse.Wire.Tests;

/// <summary>A reader that makes values up: every member of every structure has one, to a certain depth.</summary>
internal sealed class FillingReader(int seed, bool plain = false) : ShapeReader
{
    private const int Deepest = 5;

    private static readonly string[] Texts =
    [
        "alice", "", "a&b<c>d\"e'f", "x=1&y=2;z", " edge ", "line\nline\ttab", "100%25+2", "é𝄞語", "]]>", "<!-- -->", "{\"a\":[1]}", "member.1",
    ];

    private readonly Random random = new(seed);
    private readonly Stack<Level> levels = new();
    private readonly Stack<int> rest = new();
    private Member? member;

    public override void BeginStructure(Schema schema)
    {
        var chosen = schema.IsUnion ? [random.Next(schema.Members.Length)] : Enumerable.Range(0, schema.Members.Length);
        levels.Push(new(schema, new Queue<int>(levels.Count < Deepest || schema.IsUnion ? chosen : chosen.Where(index => IsSimple(schema.Members[index])))));
    }

    public override int NextMember()
    {
        var (schema, left) = levels.Peek();
        if (left.Count == 0)
        {
            levels.Pop();
            return -1;
        }

        var index = left.Dequeue();
        member = schema.Members[index];
        return index;
    }

    public override string ReadString()
    {
        if (member is { Type.Values.IsEmpty: false } && random.Next(3) > 0)
        {
            return member.Type.Values[random.Next(member.Type.Values.Length)];
        }

        // What stands in a path or a header cannot be everything.
        return plain || member?.Place is MemberPlace.Label or MemberPlace.Header ? $"plain{random.Next(1000)}" : Texts[random.Next(Texts.Length)];
    }

    public override bool ReadBoolean() => random.Next(2) == 0;

    public override int ReadInteger() => random.Next(int.MinValue, int.MaxValue);

    public override long ReadLong() => random.NextInt64(long.MinValue, long.MaxValue);

    public override double ReadDouble() => (float)random.Next(-1000, 1000) / 8;

    public override DateTimeOffset ReadTimestamp() => DateTimeOffset.UnixEpoch.AddSeconds(random.NextInt64(0, 4_000_000_000));

    public override byte[] ReadBlob()
    {
        var bytes = new byte[random.Next(1, 40)];
        random.NextBytes(bytes);
        return bytes;
    }

    public override JsonElement ReadDocument() => JsonDocument.Parse("""{"any":["thing",1,null,true]}""").RootElement;

    protected override void BeginList() => rest.Push(levels.Count < 2 ? random.Next(0, 12) : levels.Count < Deepest ? random.Next(0, 3) : 0);

    protected override bool NextElement()
    {
        var left = rest.Pop();
        if (left == 0)
        {
            return false;
        }

        rest.Push(left - 1);
        member = null;
        return true;
    }

    protected override void BeginMap() => BeginList();

    protected override string? NextEntry() => NextElement() ? $"key-{rest.Peek()}-<&>" : null;

    private static bool IsSimple(Member candidate) => candidate.Type.Kind is not (ShapeKind.Structure or ShapeKind.List or ShapeKind.Map);

    private sealed record Level(Schema Schema, Queue<int> Left);
}

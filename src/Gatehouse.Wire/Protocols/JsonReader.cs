using System.Runtime.InteropServices;
using System.Text.Json;

namespace Gatehouse.Wire;

/// <summary>Reads shapes from JSON. Unknown members are left alone; a value of another type than the model's is malformed.</summary>
internal class JsonReader(JsonElement root) : ShapeReader
{
    private readonly List<Level> levels = [];
    private JsonElement here = root;
    private Member? member;

    public override void BeginStructure(Schema schema)
    {
        Expect(JsonValueKind.Object, "an object");
        if (schema.IsUnion)
        {
            RefuseUnlessOne();
        }

        levels.Add(new(schema, list: null, here.EnumerateObject(), default));
    }

    public override int NextMember()
    {
        ref var level = ref Top;
        while (level.Members.MoveNext())
        {
            var property = level.Members.Current;
            if (property.Value.ValueKind != JsonValueKind.Null && Find(level.Schema!, property) is var index and >= 0)
            {
                here = property.Value;
                member = level.Schema!.Members[index];
                return index;
            }
        }

        levels.RemoveAt(levels.Count - 1);
        return -1;
    }

    public override string ReadString()
    {
        Expect(JsonValueKind.String, "a string");
        try
        {
            return here.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // An escape for half of a surrogate pair, or bytes that are not UTF-8.
            throw Malformed("text");
        }
    }

    public override bool ReadBoolean() => here.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Malformed("a boolean"),
    };

    public override int ReadInteger() => here.ValueKind == JsonValueKind.Number && here.TryGetInt32(out var value) ? value : throw Malformed("an integer");

    public override long ReadLong() => here.ValueKind == JsonValueKind.Number && here.TryGetInt64(out var value) ? value : throw Malformed("a long");

    public override double ReadDouble() => here.ValueKind switch
    {
        JsonValueKind.Number when here.TryGetDouble(out var value) && double.IsFinite(value) => value,
        JsonValueKind.String => ReadString() switch
        {
            "NaN" => double.NaN,
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => throw Malformed("a number"),
        },
        _ => throw Malformed("a number"),
    };

    public override DateTimeOffset ReadTimestamp()
    {
        if (member!.EffectiveFormat is TimestampFormat.Default or TimestampFormat.EpochSeconds)
        {
            return here.ValueKind == JsonValueKind.Number && here.TryGetDouble(out var seconds) ? Scalars.Moment(seconds) : throw Malformed("a timestamp");
        }

        return Scalars.Timestamp(ReadString(), member.EffectiveFormat);
    }

    public override byte[] ReadBlob()
    {
        Expect(JsonValueKind.String, "base64");
        return here.TryGetBytesFromBase64(out var value) ? value : throw Malformed("base64");
    }

    public override JsonElement ReadDocument() => here.Clone();

    protected override void BeginList()
    {
        Expect(JsonValueKind.Array, "an array");
        levels.Add(new(schema: null, member, default, here.EnumerateArray()));
    }

    protected override bool NextElement()
    {
        ref var level = ref Top;
        if (!level.Elements.MoveNext())
        {
            levels.RemoveAt(levels.Count - 1);
            return false;
        }

        here = level.Elements.Current;
        member = level.List!.Type.Element;
        return true;
    }

    protected override void BeginMap()
    {
        Expect(JsonValueKind.Object, "an object");
        levels.Add(new(schema: null, member, here.EnumerateObject(), default));
    }

    protected override string? NextEntry()
    {
        ref var level = ref Top;
        while (level.Members.MoveNext())
        {
            var property = level.Members.Current;
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            here = property.Value;
            member = level.List!.Type.Value;
            return NameOf(property);
        }

        levels.RemoveAt(levels.Count - 1);
        return null;
    }

    /// <summary>Whether a member of the schema is read from the body.</summary>
    private protected virtual bool IsBody(Member candidate) => true;

    /// <summary>Goes on from another value of the body.</summary>
    private protected void Enter(JsonElement value, Member? of) => (here, member) = (value, of);

    private ref Level Top => ref CollectionsMarshal.AsSpan(levels)[^1];

    private static CommonException Malformed(string kind) => new(CommonError.Malformed, $"A value of the body is not {kind}.");

    private static string NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            throw Malformed("text");
        }
    }

    private int Find(Schema schema, JsonProperty property)
    {
        var members = schema.Members;
        try
        {
            for (var index = 0; index < members.Length; index++)
            {
                if (property.NameEquals(members[index].WireBytes))
                {
                    return IsBody(members[index]) ? index : -1;
                }
            }
        }
        catch (InvalidOperationException)
        {
            throw Malformed("text");
        }

        return -1;
    }

    private void Expect(JsonValueKind kind, string name)
    {
        if (here.ValueKind != kind)
        {
            throw Malformed(name);
        }
    }

    private void RefuseUnlessOne()
    {
        var given = 0;
        foreach (var property in here.EnumerateObject())
        {
            given += property.Value.ValueKind == JsonValueKind.Null ? 0 : 1;
        }

        if (given != 1)
        {
            throw new CommonException(CommonError.Malformed, "A union of the body has not exactly one member.");
        }
    }

    /// <summary>A structure, list or map that is being read. The enumerators are fields, for they change where they are.</summary>
    [StructLayout(LayoutKind.Auto)]
    private struct Level(Schema? schema, Member? list, JsonElement.ObjectEnumerator members, JsonElement.ArrayEnumerator elements)
    {
        internal readonly Schema? Schema = schema;
        internal readonly Member? List = list;
        internal JsonElement.ObjectEnumerator Members = members;
        internal JsonElement.ArrayEnumerator Elements = elements;
    }
}

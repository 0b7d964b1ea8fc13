using System.Buffers.Text;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Gatehouse.Wire;

/// <summary>Reads the parameters of a Query request: <c>Tags.member.1.Key=Team</c>.</summary>
/// <remarks>
/// A place in the message is a range of the sorted parameters whose names begin alike. Parameters that no member asks for are left
/// alone, as AWS does. Numbers of list elements order them; they need not begin at one or be without gaps (EN-20).
/// </remarks>
internal sealed class QueryReader : ShapeReader
{
    /// <summary>AU-7 has this for JSON; names with more dots are no better.</summary>
    private const int Deepest = 64;

    private readonly List<Level> levels = [];
    private readonly List<Part> parts = [];
    private FormFields form = new();
    private Place here;
    private Member? member;

    internal QueryReader Open(FormFields fields)
    {
        form = fields;
        levels.Clear();
        parts.Clear();
        here = new(Value: -1, Low: 0, High: fields.Count, Skip: 0);
        member = null;
        return this;
    }

    public override void BeginStructure(Schema schema)
    {
        if (member is not null)
        {
            RefuseValue();
        }

        Push(new(schema, List: null, here, Next: 0, parts.Count));
    }

    public override int NextMember()
    {
        var level = levels[^1];
        var members = level.Schema!.Members;
        for (var index = level.Next; index < members.Length; index++)
        {
            if (TryFind(level.Place, members[index].WireBytes, out here))
            {
                member = members[index];
                levels[^1] = level with { Next = index + 1 };
                return index;
            }
        }

        Pop();
        return -1;
    }

    public override string ReadString() => Encoding.UTF8.GetString(Bytes());

    public override bool ReadBoolean()
    {
        var bytes = Bytes();
        return bytes.SequenceEqual("true"u8) || (bytes.SequenceEqual("false"u8) ? false : throw Malformed("is not a boolean"));
    }

    public override int ReadInteger() => Utf8Parser.TryParse(Number(), out int value, out var used) && used == Bytes().Length ? value : throw Malformed("is not an integer");

    public override long ReadLong() => Utf8Parser.TryParse(Number(), out long value, out var used) && used == Bytes().Length ? value : throw Malformed("is not a long");

    public override double ReadDouble() => Scalars.Double(ReadString());

    public override DateTimeOffset ReadTimestamp()
    {
        var format = member!.EffectiveFormat;
        return Scalars.Timestamp(ReadString(), format == TimestampFormat.Default ? TimestampFormat.DateTime : format);
    }

    public override byte[] ReadBlob() => Scalars.Blob(ReadString());

    public override JsonElement ReadDocument() => throw new InvalidOperationException("AWS Query has no documents.");

    protected override void BeginList()
    {
        RefuseValue();
        var list = member!;
        FindParts(list, list.Flattened ? default : list.Type.Element!.WireBytes);
    }

    protected override bool NextElement() => NextPart(out here, out member);

    protected override void BeginMap()
    {
        RefuseValue();
        FindParts(member!, member!.Flattened ? default : "entry"u8);
    }

    protected override string? NextEntry()
    {
        if (!NextPart(out var entry, out _))
        {
            return null;
        }

        var map = levels[^1].List!.Type;
        if (!TryFind(entry, map.Key!.WireBytes, out here))
        {
            throw new CommonException(CommonError.Malformed, "An entry of a map has no key.");
        }

        member = map.Key;
        var key = ReadString();
        if (!TryFind(entry, map.Value!.WireBytes, out here))
        {
            throw new CommonException(CommonError.Malformed, "An entry of a map has no value.");
        }

        member = map.Value;
        return key;
    }

    private static CommonException Malformed(string problem) => new(CommonError.Malformed, $"A parameter {problem}.");

    private ReadOnlySpan<byte> Bytes() => here.Value >= 0 ? form.Value(here.Value) : throw Malformed("has parts where a value is expected");

    /// <summary>A leading plus is not a number.</summary>
    private ReadOnlySpan<byte> Number() => Bytes() is [(byte)'+', ..] ? default : Bytes();

    /// <summary>A value where parts are expected. An empty one stands for "no parts", which is how clients send an empty list.</summary>
    private void RefuseValue()
    {
        if (here.Value >= 0 && form.Value(here.Value).Length > 0)
        {
            throw Malformed("has a value where parts are expected");
        }
    }

    /// <summary>Finds a name below a place: the parameter of that name, and those that go on after it with a dot.</summary>
    private bool TryFind(Place place, ReadOnlySpan<byte> name, out Place found)
    {
        var low = form.LowerBound(place.Low, place.High, place.Skip, name);
        var value = low < place.High && form.Name(low)[place.Skip..].SequenceEqual(name) ? low : -1;
        found = default;
        if (low >= place.High || !form.Name(low)[place.Skip..].StartsWith(name))
        {
            return false;
        }

        Span<byte> prefix = stackalloc byte[128];
        prefix = name.Length < prefix.Length ? prefix[..(name.Length + 1)] : new byte[name.Length + 1];
        name.CopyTo(prefix);
        prefix[^1] = (byte)'.';
        var first = form.LowerBound(low, place.High, place.Skip, prefix);
        prefix[^1] = (byte)('.' + 1);
        var last = form.LowerBound(first, place.High, place.Skip, prefix);
        found = new(value, first, last, place.Skip + name.Length + 1);
        return value >= 0 || first < last;
    }

    /// <summary>Finds the numbered parts below the current place, and puts them in order.</summary>
    private void FindParts(Member list, ReadOnlySpan<byte> word)
    {
        var first = parts.Count;
        for (var index = here.Low; index < here.High;)
        {
            var name = form.Name(index);
            var digits = here.Skip;
            if (!word.IsEmpty)
            {
                digits += word.Length + 1;
                if (name.Length < digits || !name[here.Skip..].StartsWith(word) || name[digits - 1] != '.')
                {
                    throw Malformed($"of a list or map is not written as NAME.{Encoding.UTF8.GetString(word)}.N");
                }
            }

            var length = name[digits..].IndexOf((byte)'.');
            var number = name.Slice(digits, length < 0 ? name.Length - digits : length);
            if (number.IsEmpty || number.Length > 9 || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var order))
            {
                throw Malformed("of a list or map has no number where one is expected");
            }

            // Names in order: the part's own value comes first, then all that goes on after its dot.
            var skip = digits + number.Length + 1;
            var value = name.Length < skip ? index++ : -1;
            var low = index;
            while (index < here.High && form.Name(index).Length >= skip && form.Name(index)[..(skip - 1)].SequenceEqual(name[..(skip - 1)]) && form.Name(index)[skip - 1] == '.')
            {
                index++;
            }

            parts.Add(new(order, new(value, low, index, skip)));
        }

        var found = CollectionsMarshal.AsSpan(parts)[first..];
        found.Sort(static (left, right) => left.Order.CompareTo(right.Order));
        for (var index = 1; index < found.Length; index++)
        {
            if (found[index].Order == found[index - 1].Order)
            {
                throw Malformed("of a list or map has a number that is given twice");
            }
        }

        Push(new(Schema: null, list, here, first, first));
    }

    private bool NextPart(out Place place, out Member? element)
    {
        var level = levels[^1];
        element = level.List!.Type.Element;
        if (level.Next == parts.Count)
        {
            parts.RemoveRange(level.Parts, parts.Count - level.Parts);
            Pop();
            place = default;
            return false;
        }

        place = parts[level.Next].Place;
        levels[^1] = level with { Next = level.Next + 1 };
        return true;
    }

    private void Push(Level level)
    {
        if (levels.Count == Deepest)
        {
            throw Malformed("is nested too deeply");
        }

        levels.Add(level);
    }

    private void Pop() => levels.RemoveAt(levels.Count - 1);

    /// <summary>One value or many: the parameter that ends here, and the range of those that go on, from <paramref name="Skip"/> in their names.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(int Value, int Low, int High, int Skip);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Part(int Order, Place Place);

    /// <summary>A structure, list or map that is being read.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Level(Schema? Schema, Member? List, Place Place, int Next, int Parts);
}

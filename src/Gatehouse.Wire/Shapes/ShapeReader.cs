using System.Text.Json;

namespace Gatehouse.Wire;

/// <summary>Reads one message of some protocol, asked member by member by the generated classes.</summary>
/// <remarks>Not thread safe; a reader has one message at a time. Whatever cannot be read is a <see cref="CommonError.Malformed"/>.</remarks>
public abstract class ShapeReader
{
    /// <summary>Enters the structure that stands here.</summary>
    public abstract void BeginStructure(Schema schema);

    /// <summary>Moves to the next member that has a value.</summary>
    /// <returns>Its index in the schema, or -1 when the structure has no more, which leaves it.</returns>
    public abstract int NextMember();

    /// <summary>Reads text.</summary>
    public abstract string ReadString();

    /// <summary>Reads true or false.</summary>
    public abstract bool ReadBoolean();

    /// <summary>Reads a whole number of 32 bits.</summary>
    public abstract int ReadInteger();

    /// <summary>Reads a whole number of 64 bits.</summary>
    public abstract long ReadLong();

    /// <summary>Reads a number.</summary>
    public abstract double ReadDouble();

    /// <summary>Reads a number of single precision.</summary>
    public float ReadFloat() => (float)ReadDouble();

    /// <summary>Reads a moment.</summary>
    public abstract DateTimeOffset ReadTimestamp();

    /// <summary>Reads bytes.</summary>
    public abstract byte[] ReadBlob();

    /// <summary>Reads any JSON value.</summary>
    public abstract JsonElement ReadDocument();

    /// <summary>Reads a list, each element with <paramref name="read"/>.</summary>
    public IReadOnlyList<T> ReadList<T>(Func<ShapeReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var list = new List<T>();
        BeginList();
        while (NextElement())
        {
            list.Add(read(this));
        }

        return list;
    }

    /// <summary>Reads a map, each value with <paramref name="read"/>. A key given twice is malformed.</summary>
    public IReadOnlyDictionary<string, T> ReadMap<T>(Func<ShapeReader, T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        BeginMap();
        while (NextEntry() is { } key)
        {
            if (!map.TryAdd(key, read(this)))
            {
                throw new CommonException(CommonError.Malformed, "A key of a map is given twice.");
            }
        }

        return map;
    }

    /// <summary>Enters the list that stands here.</summary>
    protected abstract void BeginList();

    /// <summary>Moves to the next element; false leaves the list.</summary>
    protected abstract bool NextElement();

    /// <summary>Enters the map that stands here.</summary>
    protected abstract void BeginMap();

    /// <summary>Moves to the next entry and gives its key; null leaves the map.</summary>
    protected abstract string? NextEntry();
}

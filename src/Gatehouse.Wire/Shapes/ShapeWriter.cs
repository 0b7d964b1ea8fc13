using System.Text.Json;

namespace Gatehouse.Wire;

/// <summary>Takes the members of a shape one by one: to write them in some protocol, to check them, to show them.</summary>
/// <remarks>The generated classes hand over every member, absent ones as null. Not thread safe.</remarks>
public abstract class ShapeWriter
{
    /// <summary>Takes text.</summary>
    public abstract void WriteString(Member member, string? value);

    /// <summary>Takes true or false.</summary>
    public abstract void WriteBoolean(Member member, bool? value);

    /// <summary>Takes a whole number.</summary>
    public abstract void WriteInteger(Member member, long? value);

    /// <summary>Takes a number.</summary>
    public abstract void WriteDouble(Member member, double? value);

    /// <summary>Takes a number of single precision.</summary>
    public virtual void WriteFloat(Member member, float? value) => WriteDouble(member, value);

    /// <summary>Takes a moment.</summary>
    public abstract void WriteTimestamp(Member member, DateTimeOffset? value);

    /// <summary>Takes bytes.</summary>
    public abstract void WriteBlob(Member member, byte[]? value);

    /// <summary>Takes any JSON value.</summary>
    public abstract void WriteDocument(Member member, JsonElement? value);

    /// <summary>Takes a structure or a union.</summary>
    public abstract void WriteStructure(Member member, IShape? value);

    /// <summary>Begins a list of <paramref name="count"/> elements, null when it is absent.</summary>
    /// <returns>Whether the elements are wanted; then each is written as <c>member.Type.Element</c>, and <see cref="EndList"/> follows.</returns>
    public abstract bool BeginList(Member member, int? count);

    /// <summary>Ends the list.</summary>
    public abstract void EndList(Member member);

    /// <summary>Begins a map of <paramref name="count"/> entries, null when it is absent.</summary>
    /// <returns>Whether the entries are wanted; then each is a <see cref="WriteKey"/> and a value written as <c>member.Type.Value</c>, and <see cref="EndMap"/> follows.</returns>
    public abstract bool BeginMap(Member member, int? count);

    /// <summary>Begins an entry.</summary>
    public abstract void WriteKey(Member member, string key);

    /// <summary>Ends the map.</summary>
    public abstract void EndMap(Member member);
}

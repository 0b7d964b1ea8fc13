using System.Text;

namespace Gatehouse.Wire;

/// <summary>One member of a structure, or the element of a list, or the key or value of a map.</summary>
public sealed class Member
{
    private byte[]? wireBytes;
    private byte[]? openTag;
    private byte[]? closeTag;

    /// <summary>Describes a member.</summary>
    public Member(string name, ShapeType type)
    {
        Name = name;
        Type = type;
        WireName = name;
    }

    /// <summary>The name in the model.</summary>
    public string Name { get; }

    /// <summary>What its values are.</summary>
    public ShapeType Type { get; }

    /// <summary>Whether it must be there.</summary>
    public bool Required { get; init; }

    /// <summary>The name in forms, XML and JSON, where it differs from the model's.</summary>
    public string WireName { get; init; }

    /// <summary>Where it travels in REST-JSON.</summary>
    public MemberPlace Place { get; init; }

    /// <summary>The name of its header or query parameter.</summary>
    public string PlaceName { get => field ?? WireName; init; }

    /// <summary>Whether a query parameter may come in the body of a REST-JSON request as well, where it is not in the address.</summary>
    public bool InBodyToo { get; init; }

    /// <summary>Whether a list or map stands without an element of its own around it.</summary>
    public bool Flattened { get; init; }

    /// <summary>How a moment is written here, when the member itself says so.</summary>
    public TimestampFormat Format { get; init; }

    /// <summary>Whether the value may not be shown: not in logs, not in errors.</summary>
    public bool Sensitive => Type.Sensitive;

    /// <summary>Whether it is the element of a list, or the key or value of a map, and so has no name in JSON.</summary>
    internal bool IsPart { get; set; }

    /// <summary><see cref="WireName"/> in UTF-8.</summary>
    internal ReadOnlySpan<byte> WireBytes => wireBytes ??= Encoding.UTF8.GetBytes(WireName);

    /// <summary>The XML tag that opens it.</summary>
    internal ReadOnlySpan<byte> OpenTag => openTag ??= Encoding.UTF8.GetBytes($"<{WireName}>");

    /// <summary>The XML tag that closes it.</summary>
    internal ReadOnlySpan<byte> CloseTag => closeTag ??= Encoding.UTF8.GetBytes($"</{WireName}>");

    /// <summary>The format that holds here: the member's own, or its type's.</summary>
    internal TimestampFormat EffectiveFormat => Format == TimestampFormat.Default ? Type.Format : Format;

    /// <inheritdoc/>
    public override string ToString() => Name;
}

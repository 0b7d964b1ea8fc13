using System.Buffers;
using System.Text.Json;

namespace Gatehouse.Wire;

/// <summary>Writes shapes as the XML of AWS Query.</summary>
internal sealed class XmlWriter(Utf8Output output) : ShapeWriter
{
    // All that cannot stand as itself: markup, what a reader would change (carriage return), and what XML 1.0 has no way to say.
    private static readonly SearchValues<char> Special = SearchValues.Create(
        [.. "<>&\"'\r\uFFFE\uFFFF", .. Enumerable.Range(0, 0x20).Select(code => (char)code).Where(control => control is not ('\t' or '\n' or '\r'))]);

    private readonly Stack<Level> levels = new();
    private Member? skipped;

    public override void WriteString(Member member, string? value)
    {
        if (value is not null && member != skipped)
        {
            Open(member);
            WriteText(value);
            Close(member);
        }
    }

    public override void WriteBoolean(Member member, bool? value)
    {
        if (value is { } given)
        {
            Open(member);
            output.Append(given ? "true"u8 : "false"u8);
            Close(member);
        }
    }

    public override void WriteInteger(Member member, long? value)
    {
        if (value is { } given)
        {
            Open(member);
            output.Append(given, default);
            Close(member);
        }
    }

    public override void WriteDouble(Member member, double? value) => WriteString(member, value is { } given ? Scalars.Text(given) : null);

    public override void WriteTimestamp(Member member, DateTimeOffset? value)
    {
        if (value is not { } given)
        {
            return;
        }

        Open(member);
        if (member.EffectiveFormat is TimestampFormat.Default or TimestampFormat.DateTime)
        {
            // AWS: no fraction of a second, in Query answers.
            output.Append(given.UtcDateTime, "yyyy-MM-dd'T'HH:mm:ss'Z'");
        }
        else
        {
            output.Append(Scalars.Text(given, member.EffectiveFormat));
        }

        Close(member);
    }

    public override void WriteBlob(Member member, byte[]? value)
    {
        if (value is not null)
        {
            Open(member);
            output.Append(Convert.ToBase64String(value));
            Close(member);
        }
    }

    public override void WriteDocument(Member member, JsonElement? value) =>
        throw new InvalidOperationException($"{member.Name}: AWS Query has no documents.");

    public override void WriteStructure(Member member, IShape? value)
    {
        if (value is not null)
        {
            Open(member);
            value.Write(this);
            Close(member);
        }
    }

    public override bool BeginList(Member member, int? count)
    {
        if (count is null)
        {
            return false;
        }

        if (!member.Flattened)
        {
            Open(member);
        }

        levels.Push(new(member));
        return true;
    }

    public override void EndList(Member member)
    {
        levels.Pop();
        if (!member.Flattened)
        {
            Close(member);
        }
    }

    public override bool BeginMap(Member member, int? count) => BeginList(member, count);

    public override void WriteKey(Member member, string key)
    {
        CloseEntry();
        levels.Push(levels.Pop() with { InEntry = true });
        output.Append(member.Flattened ? member.OpenTag : "<entry>"u8);
        WriteString(member.Type.Key!, key);
    }

    public override void EndMap(Member member)
    {
        CloseEntry();
        EndList(member);
    }

    /// <summary>Writes text so that any reader of XML 1.0 gets it back, but for characters that XML 1.0 does not have: they become U+FFFD.</summary>
    internal void WriteText(ReadOnlySpan<char> text)
    {
        for (int special; (special = text.IndexOfAny(Special)) >= 0; text = text[(special + 1)..])
        {
            output.Append(text[..special]);
            output.Append(text[special] switch
            {
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '&' => "&amp;"u8,
                '"' => "&quot;"u8,
                '\'' => "&apos;"u8,
                '\r' => "&#xD;"u8,
                _ => "\uFFFD"u8,
            });
        }

        // The encoder writes a surrogate without its twin as U+FFFD.
        output.Append(text);
    }

    /// <summary>Makes it ready for another message.</summary>
    internal void Begin(Member? without = null)
    {
        levels.Clear();
        skipped = without;
    }

    private void Open(Member member) => output.Append(Tag(member).OpenTag);

    private void Close(Member member) => output.Append(Tag(member).CloseTag);

    /// <summary>The element of a flattened list stands under the list's own name.</summary>
    private Member Tag(Member member) =>
        levels.TryPeek(out var level) && level.Member.Flattened && level.Member.Type.Element == member ? level.Member : member;

    private void CloseEntry()
    {
        var level = levels.Peek();
        if (level.InEntry)
        {
            output.Append(level.Member.Flattened ? level.Member.CloseTag : "</entry>"u8);
        }
    }

    private readonly record struct Level(Member Member, bool InEntry = false);
}

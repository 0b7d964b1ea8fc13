using System.Text.Json;

namespace Gatehouse.Wire;

/// <summary>Writes shapes as JSON. At the top of a REST-JSON answer, members that are headers become headers.</summary>
internal sealed class JsonWriter : ShapeWriter
{
    private readonly WireAnswer answer;
    private readonly Utf8JsonWriter json;
    private bool rest;
    private Member? payload;

    internal JsonWriter(WireAnswer answer)
    {
        this.answer = answer;
        json = new(answer.Output);
    }

    /// <summary>How deep the members of the message itself stand.</summary>
    private int TopDepth => payload is null ? 1 : 0;

    public override void WriteString(Member member, string? value)
    {
        if (value is not null && Name(member, value))
        {
            json.WriteStringValue(value);
        }
    }

    public override void WriteBoolean(Member member, bool? value)
    {
        if (value is { } given && Name(member, given ? "true" : "false"))
        {
            json.WriteBooleanValue(given);
        }
    }

    public override void WriteInteger(Member member, long? value)
    {
        if (value is { } given && Name(member, given))
        {
            json.WriteNumberValue(given);
        }
    }

    public override void WriteFloat(Member member, float? value)
    {
        if (value is { } given && float.IsFinite(given) && Name(member, given))
        {
            json.WriteNumberValue(given);
        }
        else if (value is { } odd && !float.IsFinite(odd))
        {
            WriteString(member, Scalars.Text(odd));
        }
    }

    public override void WriteDouble(Member member, double? value)
    {
        if (value is { } given && double.IsFinite(given) && Name(member, given))
        {
            json.WriteNumberValue(given);
        }
        else if (value is { } odd && !double.IsFinite(odd))
        {
            WriteString(member, Scalars.Text(odd));
        }
    }

    public override void WriteTimestamp(Member member, DateTimeOffset? value)
    {
        if (value is not { } given)
        {
            return;
        }

        var format = member.EffectiveFormat;
        if (format == TimestampFormat.Default)
        {
            format = rest && json.CurrentDepth == TopDepth && member.Place == MemberPlace.Header ? TimestampFormat.HttpDate : TimestampFormat.EpochSeconds;
        }

        var text = Scalars.Text(given, format);
        if (!Name(member, text))
        {
            return;
        }

        if (format == TimestampFormat.EpochSeconds)
        {
            json.WriteRawValue(text, skipInputValidation: true);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }

    public override void WriteBlob(Member member, byte[]? value)
    {
        if (value is not null && Name(member, "blob"))
        {
            json.WriteBase64StringValue(value);
        }
    }

    public override void WriteDocument(Member member, JsonElement? value)
    {
        if (value is { } given && Name(member, "document"))
        {
            given.WriteTo(json);
        }
    }

    public override void WriteStructure(Member member, IShape? value)
    {
        if (value is not null && Name(member, "structure"))
        {
            json.WriteStartObject();
            value.Write(this);
            json.WriteEndObject();
        }
    }

    public override bool BeginList(Member member, int? count)
    {
        if (count is null || !Name(member, "list"))
        {
            return false;
        }

        json.WriteStartArray();
        return true;
    }

    public override void EndList(Member member) => json.WriteEndArray();

    public override bool BeginMap(Member member, int? count)
    {
        if (count is null || !Name(member, "map"))
        {
            return false;
        }

        json.WriteStartObject();
        return true;
    }

    public override void WriteKey(Member member, string key) => json.WritePropertyName(key);

    public override void EndMap(Member member) => json.WriteEndObject();

    /// <summary>Writes a whole message; <paramref name="type"/> is the <c>__type</c> of an error.</summary>
    internal void WriteMessage(IShape shape, bool restJson, string? type = null)
    {
        rest = restJson;
        payload = restJson ? shape.Schema.Payload : null;
        json.Reset(answer.Output);
        if (payload is not null)
        {
            shape.Write(this);
            json.Flush();
            return;
        }

        json.WriteStartObject();
        if (type is not null)
        {
            json.WriteString("__type"u8, type);
        }

        shape.Write(this);
        json.WriteEndObject();
        json.Flush();
    }

    /// <summary>Writes the name of a member of the body.</summary>
    /// <returns>False when the member is not in the body; then it has been put into a header.</returns>
    private bool Name<T>(Member member, T value)
        where T : notnull
    {
        if (rest && json.CurrentDepth == TopDepth && !member.IsPart)
        {
            if (member.Place == MemberPlace.Header)
            {
                answer.AddHeader(member.PlaceName, HeaderText.Clean(FormattableString.Invariant($"{value}")));
                return false;
            }

            if (payload is not null)
            {
                return member == payload;
            }
        }

        if (!member.IsPart)
        {
            json.WritePropertyName(member.WireBytes);
        }

        return true;
    }
}

using System.Text.Json;

namespace Gatehouse.Wire;

/// <summary>Reads a REST-JSON request: labels, query and headers as text, the rest from the body.</summary>
internal sealed class RestJsonReader : JsonReader
{
    private readonly WireRequest request;
    private readonly Dictionary<string, string> labels;
    private readonly List<KeyValuePair<string, string>> query;
    private Schema? top;
    private bool hasBody;
    private int next;
    private int depth;
    private Member? bound;
    private List<string> texts = [];
    private int text;
    private bool inTexts;

    internal RestJsonReader(OperationContract operation, WireRequest request)
        : base(default)
    {
        this.request = request;
        labels = RestRoutes.Labels(operation.Uri!, request.Path);
        query = RestRoutes.Query(request.Query);
    }

    public override void BeginStructure(Schema schema)
    {
        depth++;
        if (top is null)
        {
            top = schema;
            hasBody = schema.Payload is null && schema.Members.Any(static candidate => candidate.Place == MemberPlace.Body);
            return;
        }

        base.BeginStructure(schema);
    }

    public override int NextMember()
    {
        if (depth > 1)
        {
            var nested = base.NextMember();
            depth -= nested < 0 ? 1 : 0;
            return nested;
        }

        // Members outside the body first, then the body's own.
        for (; next < top!.Members.Length; next++)
        {
            bound = top.Members[next];
            if (bound.Place != MemberPlace.Body && TryBind(bound))
            {
                return next++;
            }
        }

        return NextOfBody();
    }

    public override string ReadString() => bound is null ? base.ReadString() : Text();

    public override bool ReadBoolean() => bound is null ? base.ReadBoolean() : Scalars.Boolean(Text());

    public override int ReadInteger() => bound is null ? base.ReadInteger() : Scalars.Integer(Text());

    public override long ReadLong() => bound is null ? base.ReadLong() : Scalars.Long(Text());

    public override double ReadDouble() => bound is null ? base.ReadDouble() : Scalars.Double(Text());

    public override byte[] ReadBlob() => bound is null ? base.ReadBlob() : Scalars.Blob(Text());

    public override DateTimeOffset ReadTimestamp()
    {
        if (bound is null)
        {
            return base.ReadTimestamp();
        }

        var given = inTexts ? bound.Type.Element!.EffectiveFormat : bound.EffectiveFormat;
        var format = given != TimestampFormat.Default ? given
            : bound.Place == MemberPlace.Header ? TimestampFormat.HttpDate : TimestampFormat.DateTime;
        return Scalars.Timestamp(Text(), format);
    }

    protected override void BeginList()
    {
        if (bound is null)
        {
            base.BeginList();
            return;
        }

        inTexts = true;
        text = -1;
    }

    protected override bool NextElement()
    {
        if (bound is null)
        {
            return base.NextElement();
        }

        inTexts = ++text < texts.Count;
        return inTexts;
    }

    private protected override bool IsBody(Member candidate) => depth > 1 || candidate.Place == MemberPlace.Body || candidate.InBodyToo;

    private int NextOfBody()
    {
        if (bound is not null || next == top!.Members.Length)
        {
            bound = null;
            next = top!.Members.Length + 1;
            if (top.Payload is { } payload)
            {
                if (request.Body.IsEmpty)
                {
                    return -1;
                }

                Enter(request.OpenJson(), payload);
                return top.Members.IndexOf(payload);
            }

            if (!hasBody)
            {
                return -1;
            }

            Enter(request.OpenJson(), null);
            base.BeginStructure(top);
        }

        if (!hasBody)
        {
            return -1;
        }

        var found = base.NextMember();
        return found >= 0 && top.Members[found].Place == MemberPlace.Query && TryBind(top.Members[found])
            ? throw new CommonException(CommonError.Malformed, $"The parameter {top.Members[found].PlaceName} is given more than once.")
            : found;
    }

    /// <summary>The one text of a member; inside a list, the current one.</summary>
    private string Text()
    {
        if (inTexts)
        {
            return texts[text];
        }

        return texts.Count == 1 ? texts[0] : throw new CommonException(CommonError.Malformed, $"The parameter {bound!.PlaceName} is given more than once.");
    }

    private bool TryBind(Member member)
    {
        inTexts = false;
        switch (member.Place)
        {
            case MemberPlace.Label:
                texts = [labels[member.Name]];
                return true;
            case MemberPlace.Query:
                texts = [.. query.Where(pair => pair.Key == member.PlaceName).Select(pair => pair.Value)];
                return texts.Count > 0;
            case MemberPlace.Header when request.Headers.Find(member.PlaceName) is { } value:
                texts = member.Type.Kind == ShapeKind.List ? [.. value.Split(',', StringSplitOptions.TrimEntries)] : [value];
                return true;
            default:
                return false;
        }
    }
}

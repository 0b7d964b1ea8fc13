using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Gatehouse.Wire;

/// <summary>Checks a message against its model, and says what is wrong in AWS's sentence (AU-305).</summary>
/// <remarks>
/// Two walks: the first only finds whether anything is wrong, and allocates nothing; the second, which a good request never sees,
/// writes the sentences.
/// </remarks>
internal sealed class ConstraintChecker : ShapeWriter
{
    private readonly List<string> problems = [];
    private readonly List<Level> levels = [];
    private bool telling;
    private bool broken;

    /// <exception cref="CommonException">Something is wrong; the message names it all.</exception>
    internal void Check(IShape message)
    {
        Walk(message, tell: false);
        if (!broken)
        {
            return;
        }

        Walk(message, tell: true);
        var count = problems.Count == 1 ? "1 validation error" : $"{problems.Count} validation errors";
        throw new CommonException(CommonError.Validation, $"{count} detected: {string.Join("; ", problems)}");
    }

    public override void WriteString(Member member, string? value)
    {
        if (value is null)
        {
            RefuseAbsence(member);
        }
        else if (!Constraints.Hold(member.Type, value))
        {
            Break(member, value);
        }
        else
        {
            Show(member, value);
        }
    }

    public override void WriteInteger(Member member, long? value)
    {
        if (value is not { } given)
        {
            RefuseAbsence(member);
        }
        else if (given < member.Type.Min || given > member.Type.Max)
        {
            Break(member, given);
        }
        else
        {
            Show(member, given);
        }
    }

    public override void WriteDouble(Member member, double? value)
    {
        if (value is not { } given)
        {
            RefuseAbsence(member);
        }
        else if (given < member.Type.Min || given > member.Type.Max || double.IsNaN(given))
        {
            Break(member, given);
        }
        else
        {
            Show(member, given);
        }
    }

    public override void WriteBoolean(Member member, bool? value)
    {
        if (value is { } given)
        {
            Show(member, given ? "true" : "false");
        }
        else
        {
            RefuseAbsence(member);
        }
    }

    public override void WriteTimestamp(Member member, DateTimeOffset? value) => WritePlain(member, value);

    public override void WriteDocument(Member member, JsonElement? value) => WritePlain(member, value);

    public override void WriteBlob(Member member, byte[]? value)
    {
        if (value is null)
        {
            RefuseAbsence(member);
        }
        else if (value.Length < member.Type.Min || value.Length > member.Type.Max)
        {
            Break(member, value);
        }
        else
        {
            Show(member, "blob");
        }
    }

    public override void WriteStructure(Member member, IShape? value)
    {
        if (value is null)
        {
            RefuseAbsence(member);
            return;
        }

        Show(member, value);
        Push(member);
        value.Write(this);
        levels.RemoveAt(levels.Count - 1);
    }

    public override bool BeginList(Member member, int? count)
    {
        if (count is null)
        {
            RefuseAbsence(member);
            return false;
        }

        Push(member);
        var level = levels[^1] with { IsCollection = true, Miscounted = count < member.Type.Min || count > member.Type.Max, Count = count.Value };
        level.Shown = telling ? new StringBuilder() : null;
        levels[^1] = level;
        broken |= level.Miscounted;
        return true;
    }

    public override void EndList(Member member) => EndCollection(member, "[", "]");

    public override bool BeginMap(Member member, int? count) => BeginList(member, count);

    public override void WriteKey(Member member, string key)
    {
        ref var level = ref Top;
        level.Key = key;
        level.KeyBroken |= !Constraints.Hold(member.Type.Key!.Type, key);
        broken |= level.KeyBroken;
        if (level.Shown is { Length: <= Echo.Longest } shown)
        {
            shown.Append(shown.Length == 0 ? "" : ", ").Append(member.Type.Key!.Sensitive ? "***" : key).Append('=');
        }
    }

    public override void EndMap(Member member) => EndCollection(member, "{", "}");

    private ref Level Top => ref CollectionsMarshal.AsSpan(levels)[^1];

    private void Walk(IShape message, bool tell)
    {
        (telling, broken) = (tell, false);
        problems.Clear();
        levels.Clear();
        message.Write(this);
    }

    private void Push(Member member)
    {
        if (levels.Count > 0 && Top.IsCollection)
        {
            Top.Index++;
        }

        levels.Add(new() { Member = member, FirstProblem = problems.Count });
    }

    private void WritePlain<T>(Member member, T? value)
        where T : struct
    {
        if (value is { } given)
        {
            Show(member, given);
        }
        else
        {
            RefuseAbsence(member);
        }
    }

    private void RefuseAbsence(Member member)
    {
        if (!member.Required)
        {
            return;
        }

        broken = true;
        if (telling)
        {
            problems.Add($"Value null at '{PathOf(member)}' failed to satisfy constraint: Member must not be null");
        }
    }

    /// <summary>A value breaks a constraint. In a list or map of plain values it is the whole that AWS complains of.</summary>
    private void Break<T>(Member member, T value)
    {
        broken = true;
        Show(member, value);
        if (member.IsPart)
        {
            Top.PartBroken = true;
            return;
        }

        if (telling)
        {
            foreach (var constraint in Constraints.Broken(member.Type, value!))
            {
                problems.Add(Sentence(member, PathOf(member), Constraints.Text(value!), constraint));
            }
        }
    }

    /// <summary>Keeps the parts of a list or map to show them, as far as they are going to be shown.</summary>
    private void Show<T>(Member member, T value)
    {
        if (!member.IsPart || levels.Count == 0 || Top.Shown is not { Length: <= Echo.Longest } shown)
        {
            return;
        }

        shown.Append(shown.Length == 0 || Top.Key is not null ? "" : ", ").Append(member.Sensitive ? "***" : Constraints.Text(value!));
    }

    private void EndCollection(Member member, string open, string close)
    {
        var level = levels[^1];
        levels.RemoveAt(levels.Count - 1);
        if (!telling)
        {
            return;
        }

        var shown = $"{open}{level.Shown}{close}";
        Show(member, shown);
        var path = PathOf(member);
        var found = new List<string>();
        if (level.Miscounted)
        {
            found.AddRange(Constraints.Broken(member.Type, level.Count).Select(constraint => Sentence(member, path, shown, constraint)));
        }

        if (level.KeyBroken)
        {
            found.Add(Sentence(member, path, shown, $"Map keys must satisfy constraint: [{Constraints.All(member.Type.Key!.Type)}]"));
        }

        if (level.PartBroken)
        {
            var (word, part) = member.Type.Kind == ShapeKind.Map ? ("Map value", member.Type.Value!) : ("Member", member.Type.Element!);
            found.Add(Sentence(member, path, shown, $"{word} must satisfy constraint: [{Constraints.All(part.Type)}]"));
        }

        problems.InsertRange(level.FirstProblem, found);
    }

    private static string Sentence(Member member, string path, string value, string constraint) =>
        $"Value{(member.Sensitive ? "" : $" '{Echo.Of(value)}'")} at '{path}' failed to satisfy constraint: {constraint}";

    /// <summary>Where the member stands: <c>tags.1.member.key</c>. Names start in lower case.</summary>
    private string PathOf(Member member)
    {
        var path = new StringBuilder();
        foreach (ref readonly var level in CollectionsMarshal.AsSpan(levels))
        {
            Append(level.Member);
            if (level.IsCollection)
            {
                path.Append('.').Append(level.Key is null ? $"{level.Index}.member" : Echo.Of(level.Key));
            }
        }

        Append(member);
        return path.ToString();

        void Append(Member part)
        {
            if (!part.IsPart)
            {
                path.Append(path.Length == 0 ? "" : ".").Append(char.ToLowerInvariant(part.Name[0])).Append(part.Name.AsSpan(1));
            }
        }
    }

    /// <summary>A structure, list or map that is being walked through.</summary>
    private record struct Level
    {
        internal required Member Member { get; init; }

        internal required int FirstProblem { get; init; }

        internal bool IsCollection { get; init; }

        internal bool Miscounted { get; init; }

        internal int Count { get; init; }

        internal bool PartBroken { get; set; }

        internal bool KeyBroken { get; set; }

        internal int Index { get; set; }

        internal string? Key { get; set; }

        internal StringBuilder? Shown { get; set; }
    }
}

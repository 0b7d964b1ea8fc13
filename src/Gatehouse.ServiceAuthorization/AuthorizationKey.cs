namespace Gatehouse.ServiceAuthorization;

/// <summary>A condition key, or a family of them, such as <c>aws:RequestTag/${TagKey}</c>.</summary>
/// <param name="Name">Its name as AWS spells it, placeholders included.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Multivalued">A request may hold several values.</param>
public sealed record AuthorizationKey(string Name, KeyType Type, bool Multivalued)
{
    private static readonly (string Open, char Close)[] Placeholders = [("${", '}'), ("<", '>')];

    /// <summary>Whether the name stands for many, told apart by what replaces its placeholder.</summary>
    public bool IsFamily => Start() >= 0;

    /// <summary>Whether a name that a policy writes, in any case, is this key or one of its family.</summary>
    /// <param name="name">The name.</param>
    public bool Matches(ReadOnlySpan<char> name)
    {
        var start = Start();
        if (start < 0)
        {
            return name.Equals(Name, StringComparison.OrdinalIgnoreCase);
        }

        var end = Name.AsSpan(start).LastIndexOfAny('}', '>') + start + 1;
        return name.Length > start + Name.Length - end
            && name.StartsWith(Name.AsSpan(0, start), StringComparison.OrdinalIgnoreCase)
            && name.EndsWith(Name.AsSpan(end), StringComparison.OrdinalIgnoreCase);
    }

    private int Start()
    {
        foreach (var (open, close) in Placeholders)
        {
            var start = Name.IndexOf(open, StringComparison.Ordinal);
            if (start >= 0 && Name.IndexOf(close, start) > start)
            {
                return start;
            }
        }

        return -1;
    }
}

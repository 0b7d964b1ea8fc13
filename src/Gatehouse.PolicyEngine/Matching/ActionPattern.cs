namespace Gatehouse.PolicyEngine;

/// <summary>A pattern over actions, case-insensitive for ASCII letters (PL-53 to PL-55).</summary>
internal sealed class ActionPattern
{
    private ActionPattern(string text, string? service, string name, ActionShape shape)
    {
        Text = text;
        Service = service;
        Name = name;
        Shape = shape;
    }

    /// <summary>As written.</summary>
    internal string Text { get; }

    /// <summary>The service in small letters; null when any will do.</summary>
    internal string? Service { get; }

    /// <summary>The name's pattern in small letters; of a <see cref="ActionShape.Prefix"/> without its asterisk.</summary>
    internal string Name { get; }

    internal ActionShape Shape { get; }

    internal static ActionPattern Read(string text)
    {
        if (text == "*")
        {
            return new(text, null, "*", ActionShape.Everything);
        }

        var colon = text.IndexOf(':');
        var name = colon < 0 ? "" : Collapse(text[(colon + 1)..].ToLowerInvariant());
        var prefix = colon < 0 ? "" : text[..colon].ToLowerInvariant();
        if (colon < 0 || !IsLegal(name, wildcards: true) || !(prefix == "*" || IsLegal(prefix, wildcards: false)))
        {
            return new(text, null, "", ActionShape.Nothing);
        }

        var service = prefix == "*" ? null : prefix;
        var wild = name.AsSpan().IndexOfAny('*', '?');
        return wild switch
        {
            < 0 => new(text, service, name, ActionShape.Exact),
            _ when name == "*" => new(text, service, name, ActionShape.Service),
            _ when wild == name.Length - 1 && name[wild] == '*' => new(text, service, name[..^1], ActionShape.Prefix),
            _ => new(text, service, name, ActionShape.Glob),
        };
    }

    internal bool Matches(string action) => Matches(action, action.AsSpan().IndexOf(':'));

    internal bool Matches(ReadOnlySpan<char> action, int colon)
    {
        if (Shape is ActionShape.Everything or ActionShape.Nothing)
        {
            return Shape == ActionShape.Everything;
        }

        return colon >= 0 && (Service is null || Ascii.EqualsIgnoreCase(action[..colon], Service)) && MatchesName(action[(colon + 1)..]);
    }

    /// <summary>Whether the name after the colon matches.</summary>
    internal bool MatchesName(ReadOnlySpan<char> name) => Shape switch
    {
        ActionShape.Service => true,
        ActionShape.Exact => Ascii.EqualsIgnoreCase(name, Name),
        ActionShape.Prefix => name.Length >= Name.Length && Ascii.EqualsIgnoreCase(name[..Name.Length], Name),
        _ => Globs(Name, name),
    };

    private static bool Globs(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int at = 0, read = 0, star = -1, retry = 0;
        while (read < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                star = at++;
                retry = read;
            }
            else if (at < pattern.Length && pattern[at] == '?')
            {
                at++;
                read += char.IsHighSurrogate(text[read]) && read + 1 < text.Length && char.IsLowSurrogate(text[read + 1]) ? 2 : 1;
            }
            else if (at < pattern.Length && pattern[at] == Ascii.ToLower(text[read]))
            {
                at++;
                read++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                read = ++retry;
            }
            else
            {
                return false;
            }
        }

        return !pattern[at..].ContainsAnyExcept('*');
    }

    private static bool IsLegal(string text, bool wildcards)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('.' or '-') && !(wildcards && letter is '*' or '?' or ':'))
            {
                return false;
            }
        }

        return true;
    }

    private static string Collapse(string name)
    {
        while (name.Contains("**", StringComparison.Ordinal))
        {
            name = name.Replace("**", "*", StringComparison.Ordinal);
        }

        return name;
    }
}

/// <summary>Forms of action pattern, by how an index can find them.</summary>
internal enum ActionShape
{
    /// <summary>A lone asterisk.</summary>
    Everything,

    /// <summary>A pattern with letters that no action has (PL-55).</summary>
    Nothing,

    /// <summary>Every action of a service.</summary>
    Service,

    /// <summary>One action.</summary>
    Exact,

    /// <summary>Letters and then anything.</summary>
    Prefix,

    /// <summary>Anything else.</summary>
    Glob,
}

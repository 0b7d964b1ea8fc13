using System.Text;

namespace Gatehouse.Generators.Contracts;

/// <summary>How names of a model become names of C#.</summary>
internal static class Naming
{
    private static readonly HashSet<string> Keywords = new(StringComparer.Ordinal)
    {
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal", "default", "delegate",
        "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for", "foreach", "goto", "if", "implicit", "in",
        "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null", "object", "operator", "out", "override", "params", "private",
        "protected", "public", "readonly", "ref", "return", "sbyte", "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this",
        "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while",
    };

    /// <summary><c>userName</c> is <c>UserName</c>, <c>error_description</c> is <c>ErrorDescription</c>.</summary>
    internal static string Pascal(string name)
    {
        var pascal = new StringBuilder();
        var upper = true;
        foreach (var character in name)
        {
            if (character == '_')
            {
                upper = true;
                continue;
            }

            pascal.Append(upper ? char.ToUpperInvariant(character) : character);
            upper = false;
        }

        return pascal.ToString();
    }

    /// <summary><c>IAM</c> is <c>Iam</c>, <c>SSO Admin</c> is <c>SsoAdmin</c>, <c>CloudTrail</c> stays.</summary>
    internal static string Service(string sdkId)
    {
        var words = sdkId.Split([' '], StringSplitOptions.RemoveEmptyEntries);
        return string.Concat(words.Select(word => word.All(char.IsUpper) ? word[0] + word.Substring(1).ToLowerInvariant() : Pascal(word)));
    }

    /// <summary>A name of the model as it stands, with the first letter a capital one.</summary>
    internal static string Capital(string name) => char.ToUpperInvariant(name[0]) + name.Substring(1);

    internal static string Identifier(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>Text as a C# literal.</summary>
    internal static string Literal(string value)
    {
        var literal = new StringBuilder("\"");
        foreach (var character in value)
        {
            if (character is '"' or '\\')
            {
                literal.Append('\\').Append(character);
            }
            else if (character is < ' ' or > '~')
            {
                literal.Append("\\u").Append(((int)character).ToString("x4"));
            }
            else
            {
                literal.Append(character);
            }
        }

        return literal.Append('"').ToString();
    }
}

using System.Globalization;

namespace Gatehouse.Generators.Smithy;

/// <summary>Reads the part of the Smithy IDL 2.0 that the models of the house are written in.</summary>
/// <remarks>Not read: mixins, resources, inline inputs, text blocks, metadata, <c>apply</c>. They are refused, not skipped.</remarks>
internal sealed class SmithyParser
{
    private const int DeepestNode = 32;

    private static readonly HashSet<string> SimpleKinds = new(StringComparer.Ordinal)
    {
        "string", "blob", "boolean", "integer", "long", "float", "double", "timestamp", "document",
    };

    private readonly SmithyLexer lexer;

    private SmithyParser(string text) => lexer = new SmithyLexer(text);

    internal static SmithyModel Parse(string text) => new SmithyParser(text).ReadModel();

    private SmithyModel ReadModel()
    {
        while (lexer.Is('$'))
        {
            lexer.Advance();
            Name();
            Expect(':');
            Node(0);
        }

        Word("namespace");
        var @namespace = Name();
        while (lexer.Kind == SmithyLexer.TokenKind.Name && lexer.Value == "use")
        {
            lexer.Advance();
            Name();
        }

        var shapes = new List<SmithyShape>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        while (lexer.Kind != SmithyLexer.TokenKind.End)
        {
            var line = lexer.Line;
            var shape = ReadShape();
            if (!names.Add(shape.Name))
            {
                throw new SmithyException($"{shape.Name} is declared twice.", line);
            }

            shapes.Add(shape);
        }

        var model = new SmithyModel(@namespace, shapes);
        Resolve(model);
        return model;
    }

    /// <summary>Every name that is used must be declared.</summary>
    private static void Resolve(SmithyModel model)
    {
        if (model.OfKind("service").Count() != 1)
        {
            throw new SmithyException("A model has one service.", line: 0);
        }

        foreach (var shape in model.Shapes)
        {
            foreach (var member in shape.Kind == "enum" ? [] : shape.Members)
            {
                model.Find(member.Target);
            }

            foreach (var name in new[] { shape.Text("input"), shape.Text("output") }.OfType<string>().Concat(shape.Names("errors")).Concat(shape.Names("operations")))
            {
                model.Find(name);
            }
        }
    }

    private SmithyShape ReadShape()
    {
        var traits = ReadTraits();
        var kind = Name();
        var name = Name();
        var nothing = new Dictionary<string, object?>();
        switch (kind)
        {
            case "structure" or "union" or "list" or "map":
                return new(kind, name, traits, ReadMembers(), nothing);
            case "enum":
                return new(kind, name, traits, ReadEnumMembers(), nothing);
            case "service" or "operation":
                return new(kind, name, traits, [], Node(0) as Dictionary<string, object?> ?? throw Unexpected());
            case var _ when SimpleKinds.Contains(kind):
                return new(kind, name, traits, [], nothing);
            default:
                throw new SmithyException($"{kind} is not a kind of shape that is read here.", lexer.Line);
        }
    }

    private Traits ReadTraits()
    {
        var traits = new Traits();
        while (lexer.Is('@'))
        {
            lexer.Advance();
            var name = Name();
            object? value = null;
            if (lexer.Is('('))
            {
                lexer.Advance();
                value = ReadTraitValue();
                Expect(')');
            }

            traits.Add(name, value);
        }

        return traits;
    }

    /// <summary>A trait has one value, or named parts without braces around them.</summary>
    private object? ReadTraitValue()
    {
        if (lexer.Kind != SmithyLexer.TokenKind.Name)
        {
            return lexer.Is(')') ? null : Node(0);
        }

        var parts = new Dictionary<string, object?>(StringComparer.Ordinal);
        while (!lexer.Is(')'))
        {
            var name = Name();
            if (parts.Count == 0 && !lexer.Is(':'))
            {
                return Word(name, lexer.Line);
            }

            Expect(':');
            parts[name] = Node(0);
        }

        return parts;
    }

    private List<SmithyMember> ReadMembers()
    {
        var members = new List<SmithyMember>();
        Expect('{');
        while (!lexer.Is('}'))
        {
            var traits = ReadTraits();
            var name = Name();
            Expect(':');
            members.Add(new(name, Name(), traits));
        }

        Expect('}');
        return members;
    }

    private List<SmithyMember> ReadEnumMembers()
    {
        var members = new List<SmithyMember>();
        Expect('{');
        while (!lexer.Is('}'))
        {
            var traits = ReadTraits();
            var name = Name();
            var value = name;
            if (lexer.Is('='))
            {
                lexer.Advance();
                value = Node(0) as string ?? throw Unexpected();
            }

            members.Add(new(name, value, traits));
        }

        Expect('}');
        return members;
    }

    private object? Node(int depth)
    {
        if (depth > DeepestNode)
        {
            throw new SmithyException("Values are nested too deeply.", lexer.Line);
        }

        var line = lexer.Line;
        var value = lexer.Value;
        switch (lexer.Kind)
        {
            case SmithyLexer.TokenKind.Text:
                lexer.Advance();
                return value;
            case SmithyLexer.TokenKind.Number:
                lexer.Advance();
                return long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                    ? number
                    : throw new SmithyException($"{value} is not a whole number.", line);
            case SmithyLexer.TokenKind.Name:
                lexer.Advance();
                return Word(value, line);
            case SmithyLexer.TokenKind.Mark when lexer.Is('['):
                return ReadList(depth);
            case SmithyLexer.TokenKind.Mark when lexer.Is('{'):
                return ReadObject(depth);
            default:
                throw Unexpected();
        }
    }

    private List<object?> ReadList(int depth)
    {
        var list = new List<object?>();
        Expect('[');
        while (!lexer.Is(']'))
        {
            list.Add(Node(depth + 1));
        }

        Expect(']');
        return list;
    }

    private Dictionary<string, object?> ReadObject(int depth)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        Expect('{');
        while (!lexer.Is('}'))
        {
            var name = lexer.Kind == SmithyLexer.TokenKind.Text ? (string)Node(depth)! : Name();
            Expect(':');
            map[name] = Node(depth + 1);
        }

        Expect('}');
        return map;
    }

    /// <summary>A bare word is a value of its own or the name of a shape.</summary>
    private static object? Word(string word, int line) => word switch
    {
        "true" => true,
        "false" => false,
        "null" => null,
        "" => throw new SmithyException("A word is missing.", line),
        _ => word,
    };

    private string Name()
    {
        if (lexer.Kind != SmithyLexer.TokenKind.Name)
        {
            throw Unexpected();
        }

        var value = lexer.Value;
        lexer.Advance();
        return value;
    }

    private void Word(string word)
    {
        if (lexer.Kind != SmithyLexer.TokenKind.Name || lexer.Value != word)
        {
            throw Unexpected();
        }

        lexer.Advance();
    }

    private void Expect(char mark)
    {
        if (!lexer.Is(mark))
        {
            throw Unexpected();
        }

        lexer.Advance();
    }

    private SmithyException Unexpected() =>
        new(lexer.Kind == SmithyLexer.TokenKind.End ? "The text ends too soon." : $"'{lexer.Value}' is not expected here.", lexer.Line);
}

using System.Globalization;
using System.Text.Json;
using Gatehouse.Policies;

namespace Gatehouse.Server.Seeding;

/// <summary>A mapping of a seed, read field by field. What is unknown, missing or of the wrong kind is a problem, and reads as absent.</summary>
internal sealed class SeedFields
{
    private const string WantsReference = "must be {env: NAME} or {file: PATH}: a seed names secrets and holds none";

    private readonly Seed seed;

    internal SeedFields(Seed seed, SeedNode node, params ReadOnlySpan<string> known)
    {
        (this.seed, Node) = (seed, node);
        if (node.Kind != JsonValueKind.Object)
        {
            seed.Problems.Add(node, "must be a mapping");
        }

        foreach (var (name, value) in node.Fields)
        {
            if (!known.Contains(name))
            {
                seed.Problems.Add(value, $"unknown field; known here: {string.Join(", ", known)}");
            }
        }
    }

    internal SeedNode Node { get; }

    /// <summary>The node of a field, or the mapping itself when the field is absent: where its problems are told.</summary>
    internal SeedNode At(string name) => Find(name) ?? Node;

    internal SeedNode? Find(string name) => Node.Find(name) is { Kind: not JsonValueKind.Null } value ? value : null;

    internal string? Text(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        if (value.Kind != JsonValueKind.String)
        {
            seed.Problems.Add(value, value.Scalar is null ? "must be a text" : "must be a text: put it in quotes");
            return null;
        }

        return value.Scalar;
    }

    internal string? Needed(string name)
    {
        if (Find(name) is null)
        {
            seed.Problems.Add(Node, $"needs '{name}'");
        }

        return Text(name);
    }

    internal string? Number(string name)
    {
        if (Find(name) is { } value && (value.Kind != JsonValueKind.Number || !int.TryParse(value.Scalar, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
        {
            seed.Problems.Add(value, "must be a whole number");
            return null;
        }

        return Find(name)?.Scalar;
    }

    internal string? Flag(string name)
    {
        if (Find(name) is { Kind: not (JsonValueKind.True or JsonValueKind.False) } value)
        {
            seed.Problems.Add(value, "must be true or false");
            return null;
        }

        return Find(name)?.Scalar;
    }

    internal IReadOnlyList<SeedNode> Items(string name)
    {
        if (Find(name) is { Kind: not JsonValueKind.Array } value)
        {
            seed.Problems.Add(value, "must be a list");
            return [];
        }

        return Find(name)?.Items ?? [];
    }

    internal IEnumerable<(string Text, SeedNode At)> Texts(string name)
    {
        foreach (var item in Items(name))
        {
            if (item.Kind == JsonValueKind.String)
            {
                yield return (item.Scalar!, item);
            }
            else
            {
                seed.Problems.Add(item, "must be a text");
            }
        }
    }

    /// <summary>A mapping from names to values of any kind.</summary>
    internal IReadOnlyList<(string Name, SeedNode Value)> Map(string name)
    {
        if (Find(name) is { Kind: not JsonValueKind.Object } value)
        {
            seed.Problems.Add(value, "must be a mapping");
            return [];
        }

        return Find(name)?.Fields ?? [];
    }

    /// <summary>Tags: a mapping from keys to values.</summary>
    internal List<(string Key, string Value)> Tags()
    {
        var tags = new List<(string, string)>();
        foreach (var (key, value) in Map("tags"))
        {
            if (value.Scalar is { } text)
            {
                tags.Add((key, text));
            }
            else
            {
                seed.Problems.Add(value, "must be a text");
            }
        }

        return tags;
    }

    /// <summary>A policy document: a structure, its JSON text, or <c>file:PATH</c>.</summary>
    internal string? Document(string name) => Find(name) is { } value ? DocumentOf(value) : null;

    internal string? DocumentOf(SeedNode value)
    {
        try
        {
            return value.Kind switch
            {
                JsonValueKind.Object => value.ToJson(),
                JsonValueKind.String when value.Scalar!.StartsWith("file:", StringComparison.Ordinal) && seed.PathOf(value.Scalar[5..]) is var file =>
                    Yaml.Is(file) ? SeedNode.Read(file).ToJson() : TextFile.Read(file),
                JsonValueKind.String => value.Scalar,
                _ => throw new InputException("must be a policy document: a structure, its JSON text, or file:PATH"),
            };
        }
        catch (InputException wrong)
        {
            seed.Problems.Add(value, wrong.Message);
            return null;
        }
    }

    /// <summary>A secret, fetched from where the seed says it is.</summary>
    internal string? Secret(string name)
    {
        if (Find(name) is not { } value)
        {
            seed.Problems.Add(Node, $"needs '{name}'");
            return null;
        }

        if (value is not { Kind: JsonValueKind.Object, Fields: [var (kind, place)] } || place.Kind != JsonValueKind.String || kind is not ("env" or "file"))
        {
            seed.Problems.Add(value, WantsReference);
            return null;
        }

        return kind == "env" ? FromEnvironment(place) : FromFile(place);
    }

    private string? FromEnvironment(SeedNode place)
    {
        if (seed.Environment(place.Scalar!) is { Length: > 0 } secret)
        {
            return secret;
        }

        seed.Problems.Add(place, $"the environment variable {place.Scalar} is not set");
        return null;
    }

    private string? FromFile(SeedNode place)
    {
        try
        {
            // Editors end a file with a line break, which is no part of a secret.
            var secret = TextFile.Read(seed.PathOf(place.Scalar!)).TrimEnd('\r', '\n');
            if (secret.Length > 0)
            {
                return secret;
            }

            seed.Problems.Add(place, $"{place.Scalar} is empty");
        }
        catch (InputException wrong)
        {
            seed.Problems.Add(place, wrong.Message);
        }

        return null;
    }
}

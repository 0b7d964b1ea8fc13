using Gatehouse.Generators.Smithy;

namespace Gatehouse.Generators.Contracts;

/// <summary>The traits that the generator understands, or knows to mean nothing on the wire. Any other stops the build.</summary>
internal static class KnownTraits
{
    private static readonly HashSet<string> OfShapes = new(StringComparer.Ordinal)
    {
        "service", "sigv4", "sigv4a", "awsQuery", "awsJson1_0", "awsJson1_1", "restJson1", "xmlNamespace", "auth", "signedByCertificate", "http", "idempotent", "readonly", "paginated",
        "length", "range", "pattern", "sensitive", "timestampFormat", "error", "httpError", "awsQueryError",
    };

    private static readonly HashSet<string> OfMembers = new(StringComparer.Ordinal)
    {
        "required", "httpLabel", "httpQuery", "httpHeader", "httpPayload", "jsonName", "xmlName", "xmlFlattened", "timestampFormat", "idempotencyToken", "inBodyToo",
    };

    private static readonly HashSet<string> Simple = new(StringComparer.Ordinal)
    {
        "string", "enum", "boolean", "integer", "long", "float", "double", "timestamp",
    };

    internal static void Check(SmithyModel model)
    {
        foreach (var shape in model.Shapes)
        {
            Refuse(shape.Name, shape.Traits, OfShapes);
            foreach (var member in shape.Members)
            {
                Refuse($"{shape.Name}.{member.Name}", member.Traits, OfMembers);
                if (shape.Kind != "enum")
                {
                    CheckBinding($"{shape.Name}.{member.Name}", member, model);
                }
            }
        }
    }

    private static void Refuse(string place, Traits traits, HashSet<string> known)
    {
        foreach (var trait in traits.Names.Where(name => !known.Contains(name)))
        {
            throw new SmithyException($"{place}: the trait @{trait} is not known here.", line: 0);
        }
    }

    /// <summary>What is bound outside the body is text; what is the body is a structure.</summary>
    private static void CheckBinding(string place, SmithyMember member, SmithyModel model)
    {
        var target = model.Find(member.Target);
        var traits = member.Traits;
        var element = target.Kind == "list" ? model.Find(target.Member("member").Target) : target;
        if ((traits.Has("httpLabel") && !Simple.Contains(target.Kind))
            || ((traits.Has("httpQuery") || traits.Has("httpHeader")) && !Simple.Contains(element.Kind))
            || (traits.Has("httpPayload") && target.Kind is not ("structure" or "union")))
        {
            throw new SmithyException($"{place}: a {target.Kind} cannot be bound like this here.", line: 0);
        }
    }
}

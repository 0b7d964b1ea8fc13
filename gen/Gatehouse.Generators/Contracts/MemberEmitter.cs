using Gatehouse.Generators.Smithy;

namespace Gatehouse.Generators.Contracts;

/// <summary>Writes what the model says of a member.</summary>
internal static class MemberEmitter
{
    internal static string New(ContractModel contract, SmithyMember member)
    {
        var settings = new List<string>();
        var traits = member.Traits;
        if (traits.Has("required"))
        {
            settings.Add("Required = true");
        }

        if ((traits.Text("xmlName") ?? traits.Text("jsonName")) is { } wire)
        {
            settings.Add($"WireName = {Naming.Literal(wire)}");
        }

        if (Place(traits) is { } place)
        {
            settings.Add("Place = MemberPlace." + place);
        }

        if ((traits.Text("httpQuery") ?? traits.Text("httpHeader")) is { } name)
        {
            settings.Add($"PlaceName = {Naming.Literal(name)}");
        }

        if (traits.Has("inBodyToo"))
        {
            settings.Add("InBodyToo = true");
        }

        if (traits.Has("xmlFlattened"))
        {
            settings.Add("Flattened = true");
        }

        if (traits.Text("timestampFormat") is { } format)
        {
            settings.Add("Format = " + Format(format));
        }

        var tail = settings.Count == 0 ? "" : $" {{ {string.Join(", ", settings)} }}";
        return $"new Member({Naming.Literal(member.Name)}, {TypesEmitter.Reference(contract, member.Target)}){tail}";
    }

    internal static string Format(string format) => "TimestampFormat." + format switch
    {
        "date-time" => "DateTime",
        "http-date" => "HttpDate",
        "epoch-seconds" => "EpochSeconds",
        _ => throw new SmithyException($"The timestamp format {format} is not known.", line: 0),
    };

    private static string? Place(Traits traits)
    {
        foreach (var (trait, place) in new[] { ("httpLabel", "Label"), ("httpQuery", "Query"), ("httpHeader", "Header"), ("httpPayload", "Payload") })
        {
            if (traits.Has(trait))
            {
                return place;
            }
        }

        return null;
    }
}

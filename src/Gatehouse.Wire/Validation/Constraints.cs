using System.Globalization;

namespace Gatehouse.Wire;

/// <summary>The constraints of a type and AWS's words for them.</summary>
internal static class Constraints
{
    /// <summary>Whether text keeps them all.</summary>
    internal static bool Hold(ShapeType type, string value)
    {
        if (type.Min is not null || type.Max is not null)
        {
            var length = Runes.Count(value);
            if (length < type.Min || length > type.Max)
            {
                return false;
            }
        }

        return (type.Values.IsEmpty || type.Values.Contains(value)) && (type.Matcher?.IsMatch(value) ?? true);
    }

    /// <summary>Those that a value breaks. The value of a list or map is its count.</summary>
    internal static IEnumerable<string> Broken(ShapeType type, object value)
    {
        if (value is string text)
        {
            if (!type.Values.IsEmpty && !type.Values.Contains(text))
            {
                yield return ValueSet(type);
            }

            if (type.Matcher?.IsMatch(text) == false)
            {
                yield return "Member must satisfy regular expression pattern: " + type.Pattern;
            }
        }

        var (measure, word) = value switch
        {
            string given => (Runes.Count(given), "length"),
            byte[] given => (given.Length, "length"),
            int given => (given, "length"),
            long given => (given, "value"),
            double given => (given, "value"),
            _ => throw new InvalidOperationException("A value that has no constraints."),
        };
        if (measure < type.Min)
        {
            yield return $"Member must have {word} greater than or equal to {type.Min}";
        }

        if (measure > type.Max)
        {
            yield return $"Member must have {word} less than or equal to {type.Max}";
        }

        if (double.IsNaN(measure))
        {
            yield return "Member must be a number";
        }
    }

    /// <summary>All of them, as AWS lists them when a part of a list or map breaks one.</summary>
    internal static string All(ShapeType type)
    {
        var word = type.Kind is ShapeKind.String or ShapeKind.Blob or ShapeKind.List or ShapeKind.Map ? "length" : "value";
        var all = new List<string>();
        if (type.Max is { } max)
        {
            all.Add($"Member must have {word} less than or equal to {max}");
        }

        if (type.Min is { } min)
        {
            all.Add($"Member must have {word} greater than or equal to {min}");
        }

        if (type.Pattern is { } pattern)
        {
            all.Add("Member must satisfy regular expression pattern: " + pattern);
        }

        if (!type.Values.IsEmpty)
        {
            all.Add(ValueSet(type));
        }

        return string.Join(", ", all);
    }

    /// <summary>A value as the sentence shows it.</summary>
    internal static string Text(object value) => value switch
    {
        byte[] bytes => $"{bytes.Length} bytes",
        double number => Scalars.Text(number),
        DateTimeOffset moment => Scalars.Text(moment, TimestampFormat.DateTime),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string ValueSet(ShapeType type) => $"Member must satisfy enum value set: [{string.Join(", ", type.Values)}]";
}

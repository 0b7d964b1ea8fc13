using System.Globalization;

namespace Gatehouse.PolicyEngine;

/// <summary>Likely values of a condition key: those a test wants, neighbours of these, and none at all.</summary>
internal static class ConditionCandidates
{
    private const int MostWanted = 8;

    internal static IEnumerable<string[]?> For(PolicyCondition condition, IReadOnlyList<string> wanted, bool present)
    {
        if (!ConditionOperators.TryFind(condition.Operator, out var operation))
        {
            yield break;
        }

        // A variable without value stands as written, and is no value.
        foreach (var value in wanted.Where(static value => !value.Contains("${", StringComparison.Ordinal)).Take(MostWanted).SelectMany(value => Near(operation.Family, value)))
        {
            yield return [value];
        }

        if (present)
        {
            yield return null;
        }

        foreach (var value in Others(operation.Family))
        {
            yield return [value];
        }
    }

    private static IEnumerable<string> Near(OperatorFamily family, string wanted) => family switch
    {
        OperatorFamily.Glob or OperatorFamily.Arn => Filled(wanted),
        OperatorFamily.Address => [wanted.Split('/')[0]],
        OperatorFamily.Numeric => [wanted, .. decimal.TryParse(wanted, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Around(number) : []],
        OperatorFamily.Date => [wanted, .. Around(wanted)],
        OperatorFamily.Bool => [wanted, wanted.Equals("true", StringComparison.OrdinalIgnoreCase) ? "false" : "true"],
        OperatorFamily.Null => [],
        _ => [wanted],
    };

    private static IEnumerable<string> Filled(string pattern)
    {
        var letters = pattern.Replace('?', 'x');
        var shortest = letters.Replace("*", "", StringComparison.Ordinal);
        return shortest.Length > 0 ? [shortest, letters.Replace('*', 'x')] : [letters.Replace('*', 'x')];
    }

    private static string[] Around(decimal number) =>
        number is > -1e27m and < 1e27m ? [(number - 1).ToString(CultureInfo.InvariantCulture), (number + 1).ToString(CultureInfo.InvariantCulture)] : [];

    private static IEnumerable<string> Around(string date)
    {
        if (decimal.TryParse(date, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds))
        {
            return Around(seconds);
        }

        return DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time.Year is > 1 and < 9999
            ? [Text(time.AddSeconds(-1)), Text(time.AddSeconds(1))]
            : [];
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string[] Others(OperatorFamily family) => family switch
    {
        OperatorFamily.Bool => ["true", "false"],
        OperatorFamily.Address => ["192.0.2.1", "2001:db8::1"],
        OperatorFamily.Binary => ["AA=="],
        OperatorFamily.Arn => ["arn:aws:iam::000000000000:user/other"],
        OperatorFamily.Date => ["2000-01-01T00:00:00Z"],
        OperatorFamily.Numeric => ["0"],
        _ => ["other"],
    };
}

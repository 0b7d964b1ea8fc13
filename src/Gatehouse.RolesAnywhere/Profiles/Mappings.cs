using System.Collections.Immutable;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.RolesAnywhere.Shapes;
using Gatehouse.RolesAnywhere.Certificates;
using Gatehouse.Wire;
using AttributeMapping = Gatehouse.Accounts.Entities.AttributeMapping;

namespace Gatehouse.RolesAnywhere.Profiles;

/// <summary>Which parts of a certificate become tags of a session [AU-862]. Every field has one mapping at most.</summary>
internal static class Mappings
{
    /// <summary>All parts of the subject.</summary>
    internal const string Subject = "x509Subject";

    /// <summary>All parts of the issuer.</summary>
    internal const string Issuer = "x509Issuer";

    /// <summary>The alternative names of the subject.</summary>
    internal const string AlternativeName = "x509SAN";

    /// <summary>Every part that has a name.</summary>
    internal const string Every = "*";

    /// <summary>What begins the specifiers of a directory name among the alternative names.</summary>
    internal const string Name = "Name/";

    private static readonly string[] Order = [Issuer, AlternativeName, Subject];

    /// <summary>The mappings of a new profile.</summary>
    internal static ImmutableArray<AttributeMapping> Default { get; } = [new(Issuer, [Every]), new(AlternativeName, ["DNS", "URI", Name + Every]), new(Subject, [Every])];

    /// <summary>The mappings with that of a field put in place of the one it has.</summary>
    /// <exception cref="Contracts.RolesAnywhere.ValidationException">A specifier is none of the field, or stands twice.</exception>
    internal static ImmutableArray<AttributeMapping> Put(ImmutableArray<AttributeMapping> mappings, string field, IReadOnlyList<MappingRule> rules)
    {
        var specifiers = rules.Select(rule => Require(field, rule.Specifier)).ToImmutableArray();
        return specifiers.IsEmpty ? throw Refusals.Invalid("An attribute mapping must have a mapping rule.")
            : specifiers.Distinct(StringComparer.Ordinal).Count() != specifiers.Length ? throw Refusals.Invalid("An attribute mapping must not have the same specifier twice.")
            : Sort(mappings.Where(one => one.Field != field).Append(new(field, specifiers)));
    }

    /// <summary>The mappings without some specifiers of a field, or without the field.</summary>
    /// <exception cref="Contracts.RolesAnywhere.ValidationException">A specifier is none of the field.</exception>
    internal static ImmutableArray<AttributeMapping> Delete(ImmutableArray<AttributeMapping> mappings, string field, IReadOnlyList<string>? specifiers)
    {
        var gone = specifiers is { Count: > 0 } ? specifiers.Select(specifier => Require(field, specifier)).ToHashSet(StringComparer.Ordinal) : null;
        return Sort(mappings
            .Select(one => one.Field != field ? one : one with { Specifiers = gone is null ? [] : one.Specifiers.RemoveAll(gone.Contains) })
            .Where(one => !one.Specifiers.IsEmpty));
    }

    internal static IReadOnlyList<Contracts.RolesAnywhere.Shapes.AttributeMapping> Describe(ImmutableArray<AttributeMapping> mappings) => mappings
        .Select(one => new Contracts.RolesAnywhere.Shapes.AttributeMapping
        {
            CertificateField = one.Field,
            MappingRules = one.Specifiers.Select(specifier => new MappingRule { Specifier = specifier }).ToList(),
        })
        .ToList();

    private static ImmutableArray<AttributeMapping> Sort(IEnumerable<AttributeMapping> mappings) => [.. mappings.OrderBy(one => Array.IndexOf(Order, one.Field))];

    private static string Require(string field, string specifier)
    {
        // AWS: "Name" and "Name/" are other spellings of "Name/*".
        var spelled = field == AlternativeName && specifier is "Name" or "Name/" ? Name + Every : specifier;
        var known = field == AlternativeName
            ? spelled is "DNS" or "URI" || (spelled.StartsWith(Name, StringComparison.Ordinal) && IsPart(spelled[Name.Length..]))
            : IsPart(spelled);
        return known ? spelled : throw Refusals.Invalid($"The specifier {Echo.Of(specifier)} is not one of {field}.");
    }

    private static bool IsPart(string name) => name == Every || DistinguishedName.IsPart(name);
}

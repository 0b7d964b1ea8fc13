using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Federation.Saml;

/// <summary>What an assertion says of its subject beyond its name [AU-510, AU-523].</summary>
internal sealed class SamlAttributes
{
    private const int MostCharacters = 1024;
    private const int MostValues = 100;

    // The directory attributes that are condition keys, by friendly name and by object identifier.
    private static readonly FrozenDictionary<string, string> Directory = new (string Name, string Oid)[]
    {
        ("cn", "2.5.4.3"), ("commonName", ""), ("givenName", "2.5.4.42"), ("surname", "2.5.4.4"), ("name", "2.5.4.41"), ("mail", "0.9.2342.19200300.100.1.3"),
        ("uid", "0.9.2342.19200300.100.1.1"), ("x500UniqueIdentifier", "2.5.4.45"), ("organizationStatus", "0.9.2342.19200300.100.1.45"), ("primaryGroupSID", ""),
        ("edupersonAffiliation", "1.3.6.1.4.1.5923.1.1.1.1"), ("edupersonNickname", "1.3.6.1.4.1.5923.1.1.1.2"), ("edupersonOrgDN", "1.3.6.1.4.1.5923.1.1.1.3"),
        ("edupersonOrgUnitDN", "1.3.6.1.4.1.5923.1.1.1.4"), ("edupersonPrimaryAffiliation", "1.3.6.1.4.1.5923.1.1.1.5"),
        ("edupersonPrincipalName", "1.3.6.1.4.1.5923.1.1.1.6"), ("edupersonEntitlement", "1.3.6.1.4.1.5923.1.1.1.7"),
        ("edupersonPrimaryOrgUnitDN", "1.3.6.1.4.1.5923.1.1.1.8"), ("edupersonScopedAffiliation", "1.3.6.1.4.1.5923.1.1.1.9"),
        ("edupersonTargetedID", "1.3.6.1.4.1.5923.1.1.1.10"), ("edupersonAssurance", "1.3.6.1.4.1.5923.1.1.1.11"),
        ("eduOrgHomePageURI", "1.3.6.1.4.1.5923.1.2.1.2"), ("eduOrgIdentityAuthNPolicyURI", "1.3.6.1.4.1.5923.1.2.1.3"),
        ("eduOrgLegalName", "1.3.6.1.4.1.5923.1.2.1.4"), ("eduOrgSuperiorURI", "1.3.6.1.4.1.5923.1.2.1.5"), ("eduOrgWhitePagesURI", "1.3.6.1.4.1.5923.1.2.1.6"),
    }.SelectMany(known => known.Oid.Length == 0 ? [(known.Name, known.Name)] : new[] { (known.Name, known.Name), ("urn:oid:" + known.Oid, known.Name) })
        .ToFrozenDictionary(pair => pair.Item1, pair => pair.Item2, StringComparer.OrdinalIgnoreCase);

    private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);

    /// <summary>The condition keys among the attributes.</summary>
    internal ImmutableArray<FederationKey> Keys => [.. values
        .Where(pair => Directory.ContainsKey(pair.Key) && pair.Value.Count is > 0 and <= MostValues && pair.Value.TrueForAll(value => value.Length <= MostCharacters))
        .GroupBy(pair => Directory[pair.Key], StringComparer.Ordinal)
        .Select(group => new FederationKey("saml:" + group.Key, [.. group.SelectMany(pair => pair.Value)]))];

    /// <summary>The session tags.</summary>
    internal ImmutableArray<Tag> Tags => [.. values.Where(pair => pair.Key.StartsWith(SamlNames.Attribute + "PrincipalTag:", StringComparison.Ordinal))
        .Select(pair => new Tag(pair.Key[(SamlNames.Attribute + "PrincipalTag:").Length..], pair.Value is [var only] ? only : throw ResponseCheck.Invalid("A session tag must have one value")))];

    /// <summary>The tags that are handed on.</summary>
    internal ImmutableArray<string> TransitiveTagKeys => [.. Values("TransitiveTagKeys")];

    /// <summary>The source identity; null when there is none.</summary>
    internal string? SourceIdentity => Values("SourceIdentity") switch
    {
        [] => null,
        [var only] when SourceIdentities.IsSource(only) => only,
        _ => throw ResponseCheck.Invalid("Source Identity must match [a-zA-Z_0-9+=,.@-]{2,64} and not begin with \"aws:\""),
    };

    /// <summary>Reads the attributes of an assertion.</summary>
    internal static SamlAttributes Read(XmlElement assertion)
    {
        var read = new SamlAttributes();
        foreach (var attribute in assertion.Children(SamlNames.Assertion, "AttributeStatement").SelectMany(statement => statement.Children(SamlNames.Assertion, "Attribute")))
        {
            var name = attribute.GetAttribute("Name");
            if (!read.values.TryGetValue(name, out var list))
            {
                read.values[name] = list = [];
            }

            list.AddRange(attribute.Children(SamlNames.Assertion, "AttributeValue").Select(value => value.InnerText.Trim()));
        }

        return read;
    }

    /// <summary>Refuses a role that the assertion does not offer through this provider.</summary>
    internal void RequireRole(string roleArn, string providerArn)
    {
        if (!RolesOf(providerArn).Contains(roleArn))
        {
            throw AssertionCheck.Denied();
        }
    }

    /// <summary>The roles that are offered through a provider. A pair may be written either way around [AU-510].</summary>
    internal ImmutableArray<string> RolesOf(string providerArn) =>
        [.. Pairs.Where(pair => pair.First == providerArn || pair.Second == providerArn).Select(pair => pair.First == providerArn ? pair.Second : pair.First).Distinct(StringComparer.Ordinal)];

    /// <summary>The providers through which roles are offered.</summary>
    internal IEnumerable<string> Providers =>
        Pairs.SelectMany(static pair => new[] { pair.First, pair.Second }).Where(static arn => arn.Contains(":saml-provider/", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal);

    private IEnumerable<(string First, string Second)> Pairs => Values("Role")
        .Select(static pair => pair.Split(',', StringSplitOptions.TrimEntries) is [var first, var second] ? (first, second) : ("", "")).Where(static pair => pair.Item1.Length > 0);

    /// <summary>The session's name.</summary>
    internal string RequireSessionName() => Values("RoleSessionName") switch
    {
        [] => throw ResponseCheck.Invalid("RoleSessionName is required in AuthnResponse"),
        [var only] when SourceIdentities.IsName(only) => only,
        _ => throw ResponseCheck.Invalid("RoleSessionName in AuthnResponse must match [a-zA-Z_0-9+=,.@-]{2,64}"),
    };

    /// <summary>How long a session at the console shall be; null when that is not said. One that is no length is refused.</summary>
    internal int? RequireSessionSeconds() => Values("SessionDuration") switch
    {
        [] => null,
        [var given] when int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 900 and <= 43200 => seconds,
        _ => throw ResponseCheck.Invalid("SessionDuration must be a number of seconds from 900 to 43200"),
    };

    private List<string> Values(string name) => values.GetValueOrDefault(SamlNames.Attribute + name) ?? [];
}

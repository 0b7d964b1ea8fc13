using System.Runtime.CompilerServices;
using System.Text;
using System.Xml;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Federation.Saml;

/// <summary>Checks a SAML response: that it is the provider's, whole, and for us [AU-502, AU-503].</summary>
internal sealed class ResponseCheck(FederationRules rules, SecretVault vault, PublicAddress address, TimeProvider clock)
{
    private const int MostNodes = 10_000;
    private const string BadSignature = "Response signature invalid";

    // A document is read once for as long as its provider stays as it is.
    private readonly ConditionalWeakTable<SamlProvider, SamlMetadata> metadata = [];

    // Claims are read of what is not believed yet; it is as bounded as everything else.
    internal static IReadOnlyList<string> ClaimedProviders(string response)
    {
        try
        {
            return [.. Read(response).Children(SamlNames.Assertion, "Assertion").SelectMany(static assertion => SamlAttributes.Read(assertion).Providers).Distinct(StringComparer.Ordinal)];
        }
        catch (ProofException)
        {
            return [];
        }
    }

    /// <summary>Checks a response.</summary>
    /// <param name="account">The account of the provider.</param>
    /// <param name="providerArn">The provider.</param>
    /// <param name="roleArn">The role that it must offer; null for any, or none.</param>
    /// <param name="response">The response as base64.</param>
    /// <param name="taken">When a page of ours took it, and its age counts up to then; null for now. The provider's own session must last still.</param>
    internal ProvenSignOn Check(Account? account, string providerArn, string? roleArn, string response, DateTimeOffset? taken)
    {
        var arn = new Arn(providerArn);
        var provider = account is not null && arn.IsWellFormed && arn.IsKind("saml-provider/")
            && account.SamlProviders.Find(arn.Resource["saml-provider/".Length..]) is { } found && found.ArnIn(account.Id) == arn
            ? found
            : throw Invalid("Specified provider doesn't exist.");
        var root = Read(response);
        var known = MetadataOf(provider);
        if (known.ValidUntil <= clock.GetUtcNow())
        {
            throw Invalid("The metadata of the provider has expired");
        }

        if (root.Only(SamlNames.Protocol, "Status")?.Only(SamlNames.Protocol, "StatusCode")?.GetAttribute("Value") != SamlNames.Success)
        {
            throw Invalid("The provider did not authenticate the user");
        }

        RequireDestination(root.Find("Destination"));
        var assertion = FindAssertion(root, account!, provider, known);
        var now = clock.GetUtcNow();
        var proven = new AssertionCheck(rules, address, taken ?? now).Check(assertion, account!, provider, known, roleArn);
        return proven.Identity.SessionEnds <= now ? throw new ProofException(ProofFault.Expired, "Response has expired") : proven;
    }

    /// <summary>What the metadata of a provider says.</summary>
    internal SamlMetadata MetadataOf(SamlProvider provider) => metadata.GetValue(provider, static provider => SamlMetadata.Read(provider.Metadata)
        ?? throw new InvalidDataException($"The metadata of the SAML provider {provider.Id} can no longer be read."));

    internal static ProofException Invalid(string text) => new(ProofFault.Invalid, text);

    private static XmlElement Read(string response)
    {
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(response));
        }
        catch (Exception unreadable) when (unreadable is FormatException or ArgumentException)
        {
            throw Invalid("Invalid base64 SAMLResponse");
        }

        if (!SafeXml.TryRead(text, MostNodes, out var document) || !document.DocumentElement!.Is(SamlNames.Protocol, "Response")
            || document.DocumentElement!.GetAttribute("Version") != "2.0" || !HasUniqueIds(document.DocumentElement))
        {
            throw Invalid(BadSignature);
        }

        return document.DocumentElement;
    }

    // [AU-504]: whatever a reader may take for an id stands once in the document.
    private static bool HasUniqueIds(XmlElement root)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        return root.WithDescendants().SelectMany(element => element.Attributes.OfType<XmlAttribute>())
            .Where(attribute => attribute.LocalName.Equals("id", StringComparison.OrdinalIgnoreCase)).All(attribute => ids.Add(attribute.Value));
    }

    // Rows 3 to 5 of AU-503: one assertion in the right place, and every signature right.
    private XmlElement FindAssertion(XmlElement root, Account account, SamlProvider provider, SamlMetadata known)
    {
        var all = root.WithDescendants().Where(IsAssertion).ToList();
        if (all is not [var only] || only.ParentNode != root)
        {
            throw Invalid(BadSignature);
        }

        var signatures = root.WithDescendants().Where(element => element.Is(SamlNames.Signature, "Signature")).ToList();
        if (signatures.Exists(signature => signature.ParentNode != root && signature.ParentNode != only)
            || signatures.DistinctBy(signature => signature.ParentNode).Count() != signatures.Count)
        {
            throw Invalid(BadSignature);
        }

        XmlElement? proven = null;
        if (signatures.Find(signature => signature.ParentNode == root) is { } whole)
        {
            proven = XmlSignature.Verify(root, whole, known.Certificates, MostNodes, rules.AllowWeakRsa)?.ChildNodes.OfType<XmlElement>().SingleOrDefault(IsAssertion)
                ?? throw Invalid(BadSignature);
        }

        if (only.Is(SamlNames.Assertion, "EncryptedAssertion"))
        {
            return OpenAssertion(proven ?? only, account, provider, known, proven is not null);
        }

        if (provider.RequiresEncryption)
        {
            throw Invalid("The provider requires encrypted assertions");
        }

        // Both signed: the assertion's own is read in the document it came in.
        return VerifyOwn(only, known) ?? proven ?? throw Invalid(BadSignature);
    }

    private XmlElement OpenAssertion(XmlElement box, Account account, SamlProvider provider, SamlMetadata known, bool signed)
    {
        var text = EncryptedAssertion.Open(box, account, provider, vault, signed) ?? throw Invalid("The encrypted assertion could not be decrypted");
        if (!SafeXml.TryRead(text, MostNodes, out var document) || !document.DocumentElement!.Is(SamlNames.Assertion, "Assertion") || !HasUniqueIds(document.DocumentElement!)
            || document.DocumentElement!.WithDescendants().Count(IsAssertion) != 1
            || document.DocumentElement!.WithDescendants().Any(element => element.Is(SamlNames.Signature, "Signature") && element.ParentNode != document.DocumentElement))
        {
            throw Invalid(BadSignature);
        }

        return VerifyOwn(document.DocumentElement!, known) ?? (signed ? document.DocumentElement! : throw Invalid(BadSignature));
    }

    // The assertion as it was signed; null when it has no signature of its own.
    private XmlElement? VerifyOwn(XmlElement assertion, SamlMetadata known) => assertion.Only(SamlNames.Signature, "Signature") is { } own
        ? XmlSignature.Verify(assertion, own, known.Certificates, MostNodes, rules.AllowWeakRsa) ?? throw Invalid(BadSignature)
        : null;

    private static bool IsAssertion(XmlElement element) =>
        element.Is(SamlNames.Assertion, "Assertion") || element.Is(SamlNames.Assertion, "EncryptedAssertion");

    private void RequireDestination(string? destination)
    {
        if (destination is { Length: > 0 } && !SamlPlaces.IsRecipient(destination, rules, address))
        {
            throw Invalid("The response was sent to another destination");
        }
    }
}

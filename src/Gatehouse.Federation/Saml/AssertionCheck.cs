using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Federation.Saml;

/// <summary>Reads an assertion whose signature was right: rows 6 to 15 of AU-503.</summary>
internal sealed class AssertionCheck(FederationRules rules, PublicAddress address, DateTimeOffset now)
{
    private const string Space = SamlNames.Assertion;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Redeemable = TimeSpan.FromMinutes(5);

    internal ProvenSignOn Check(XmlElement assertion, Account account, SamlProvider provider, SamlMetadata metadata, string? roleArn)
    {
        var issuer = assertion.Only(Space, "Issuer")?.InnerText.Trim();
        if (issuer != metadata.EntityId || assertion.GetAttribute("Version") != "2.0")
        {
            throw ResponseCheck.Invalid("Issuer not present in specified provider");
        }

        RequireConditions(assertion.Only(Space, "Conditions"));
        var subject = assertion.Only(Space, "Subject");
        var confirmation = RequireConfirmation(subject);
        var recipient = confirmation.GetAttribute("Recipient");
        var issued = RequireIssued(assertion);
        var sessionEnds = RequireSession(assertion);
        if (subject!.Only(Space, "NameID") is not { } name || name.InnerText.Trim() is not { Length: > 0 and <= 256 } subjectName)
        {
            throw Denied();
        }

        var attributes = SamlAttributes.Read(assertion);
        var providerArn = provider.ArnIn(account.Id).Text;
        if (roleArn is not null)
        {
            attributes.RequireRole(roleArn, providerArn);
        }

        var sessionName = attributes.RequireSessionName();
        var seconds = attributes.RequireSessionSeconds();
        var format = name.Find("Format") is { Length: > 0 } given ? given : "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified";
        var type = format.StartsWith(SamlNames.NameFormat, StringComparison.Ordinal) ? format[SamlNames.NameFormat.Length..] : format;
        var qualifier = ProvenIdentity.QualifierOf(issuer, account.Id, provider.Name);
        ImmutableArray<FederationKey> kept = [new("saml:namequalifier", [qualifier]), new("saml:sub", [subjectName]), new("saml:sub_type", [type])];
        var (id, ends) = (assertion.GetAttribute("ID"), Earlier(Time(confirmation, "NotOnOrAfter")!.Value, issued + Redeemable + TimeSpan.FromTicks(1)));
        var identity = new ProvenIdentity
        {
            ProviderArn = providerArn,
            Issuer = issuer,
            Subject = subjectName,
            SubjectType = type,
            Audience = recipient,
            NameQualifier = qualifier,
            SessionName = sessionName,
            Keys = [.. kept, new("saml:aud", [recipient]), new("saml:iss", [issuer]), new("saml:doc", [$"{account.Id}/{provider.Name}"]), .. attributes.Keys],
            KeptKeys = kept,
            Tags = attributes.Tags,
            TransitiveTagKeys = attributes.TransitiveTagKeys,
            SourceIdentity = attributes.SourceIdentity,
            SessionEnds = sessionEnds,
            SingleUse = rules.SingleUseAssertions ? new(SpentAssertion.Namespace(issuer), id, issued, ends) : null,
        };
        return new()
        {
            Identity = identity,
            Roles = attributes.RolesOf(providerArn),
            AssertionId = id,
            Ends = ends,
            InResponseTo = confirmation.Find("InResponseTo"),
            SessionSeconds = seconds,
        };
    }

    internal static ProofException Denied() => new(ProofFault.Denied, "Not authorized to perform sts:AssumeRoleWithSAML");

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static ProofException Expired(string text) => new(ProofFault.Expired, text);

    private void RequireConditions(XmlElement? conditions)
    {
        var audiences = conditions?.Children(Space, "AudienceRestriction") ?? [];

        // Each restriction must hold; within one, any audience will do.
        if (audiences.Count == 0 || !audiences.TrueForAll(one => one.Children(Space, "Audience").Exists(audience => SamlPlaces.IsAudience(audience.InnerText.Trim(), rules, address))))
        {
            throw ResponseCheck.Invalid("Response does not contain the required audience");
        }

        // [AU-503, row 11], and of a condition that we do not know nobody can say that it holds.
        if (conditions!.ChildNodes.OfType<XmlElement>().Any(child => !child.Is(Space, "AudienceRestriction") && !child.Is(Space, "OneTimeUse") && !child.Is(Space, "ProxyRestriction")))
        {
            throw ResponseCheck.Invalid("The assertion has a condition that is not known");
        }

        if (Time(conditions, "NotBefore") > now + Skew || Time(conditions, "NotOnOrAfter") <= now)
        {
            throw Expired("Response has expired");
        }
    }

    private XmlElement RequireConfirmation(XmlElement? subject)
    {
        if (subject?.Children(Space, "SubjectConfirmation") is not [var only] || only.GetAttribute("Method") != SamlNames.Bearer
            || only.Only(Space, "SubjectConfirmationData") is not { } data || data.Find("NotBefore") is not null
            || Time(data, "NotOnOrAfter") is not { } ends || data.Find("Recipient") is not { } recipient || !SamlPlaces.IsRecipient(recipient, rules, address))
        {
            throw ResponseCheck.Invalid("The subject of the assertion is not confirmed for this recipient");
        }

        return ends > now ? data : throw Expired("Token must be redeemed within 5 minutes of issuance");
    }

    private DateTimeOffset RequireIssued(XmlElement assertion)
    {
        if (Time(assertion, "IssueInstant") is not { } issued)
        {
            throw ResponseCheck.Invalid("The assertion does not say when it was issued");
        }

        if (issued > now + Skew || now > issued + Redeemable)
        {
            throw Expired("Token must be redeemed within 5 minutes of issuance");
        }

        return issued;
    }

    private DateTimeOffset? RequireSession(XmlElement assertion)
    {
        DateTimeOffset? ends = null;
        foreach (var statement in assertion.Children(Space, "AuthnStatement"))
        {
            if (Time(statement, "SessionNotOnOrAfter") is { } end)
            {
                ends = ends < end ? ends : end;
            }
        }

        return ends <= now ? throw Expired("Response has expired") : ends;
    }

    private static DateTimeOffset? Time(XmlElement element, string attribute)
    {
        if (element.Find(attribute) is not { } text)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : throw ResponseCheck.Invalid($"The assertion's {attribute} is not a time");
    }
}

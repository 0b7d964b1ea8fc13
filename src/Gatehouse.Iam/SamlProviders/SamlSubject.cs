using System.Globalization;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.SamlProviders;

/// <summary>The SAML provider that a call names by its ARN.</summary>
internal static class SamlSubject
{
    private const string Kind = "saml-provider/";
    private const int YearsWithoutEnd = 100;

    /// <summary>The provider of an ARN; null when there is none, or the text is no such ARN.</summary>
    internal static SamlProvider? FindSaml(this Account account, string arn) =>
        new Arn(arn) is { IsWellFormed: true } read && read.IsKind(Kind)
            && account.SamlProviders.Find(read.Resource[Kind.Length..]) is { } provider && provider.ArnIn(account.Id) == read
            ? provider
            : null;

    /// <summary>Adds the provider's tags.</summary>
    internal static Requirements Require(string arn, Call call, Requirements needs) =>
        needs.ResourceTags(call.Account.FindSaml(arn)?.Tags, service: null);

    /// <summary>The provider of an ARN.</summary>
    /// <exception cref="InvalidInputException">It is not the ARN of such a provider.</exception>
    /// <exception cref="NoSuchEntityException">There is none.</exception>
    internal static SamlProvider RequireSaml(this Account account, string arn)
    {
        if (new Arn(arn) is not { IsWellFormed: true, Service: "iam" } read || !read.IsKind(Kind))
        {
            throw new InvalidInputException($"ARN {arn} is not valid.");
        }

        // AWS: its own word for what it holds of a provider.
        return account.FindSaml(arn) ?? throw new NoSuchEntityException($"Manifest not found for arn {arn}");
    }

    /// <summary>The moment until which a metadata document holds. Warns when it has keys that are short [AU-500].</summary>
    /// <exception cref="InvalidInputException">It cannot be used.</exception>
    internal static DateTimeOffset RequireMetadata(string text, Arn provider, Draft draft)
    {
        var metadata = SamlMetadata.Read(text) ?? throw new InvalidInputException("Unable to parse metadata");
        if (metadata.WeakBits is { } bits)
        {
            var then = draft.Call.Installation.Federation.AllowWeakRsa ? "taken, for FederationAllowWeakRsa is set" : "refused unless FederationAllowWeakRsa is set";
            draft.Call.Warned?.Invoke(string.Create(
                CultureInfo.InvariantCulture,
                $"The metadata of {provider.Text} has an RSA signing key of {bits} bits. Signatures of keys under 2048 bits are {then}."));
        }

        // AWS: a document that does not end is said to end a hundred years on.
        return metadata.ValidUntil ?? draft.Now.AddYears(YearsWithoutEnd);
    }
}

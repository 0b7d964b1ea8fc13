using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Gatehouse;
using Shapes = Gatehouse.Contracts.Gatehouse.Shapes;

namespace Gatehouse.Own.IssuerKeys;

/// <summary>The issuer of tokens that a request names by its ARN: an OpenID Connect provider of the account, or a trusted token issuer of its Identity Center.</summary>
/// <param name="Arn">The ARN.</param>
/// <param name="Provider">The provider; null when it is a trusted token issuer.</param>
/// <param name="TokenIssuer">The trusted token issuer; null when it is a provider.</param>
internal readonly record struct IssuerSubject(string Arn, OpenIdProvider? Provider, TrustedTokenIssuer? TokenIssuer)
{
    /// <summary>The keys that are pinned to it; null when there are none.</summary>
    internal PinnedKeySet? Keys => Provider is null ? TokenIssuer!.PinnedKeys : Provider.PinnedKeys;

    /// <summary>Whether the operator says what keys it has, whatever the account does [AU-408].</summary>
    internal bool IsOverridden(Installation installation) => installation.Federation.KeysOf(Url) is not null;

    private string Url => Provider?.Url ?? TokenIssuer!.IssuerUrl;

    /// <summary>What a call on an issuer is checked on, whether or not it is there.</summary>
    internal static Arn Target(string arn) => new(arn);

    /// <summary>Adds the tags of the issuer.</summary>
    internal static void Require(string arn, Call call, Requirements needs) =>
        needs.ResourceTags(OpenIdProvider.FindIn(call.Account, arn)?.Tags ?? TrustedTokenIssuer.FindIn(call.Account, arn)?.Tags, service: null);

    /// <summary>Finds the issuer.</summary>
    /// <exception cref="InvalidInputException">It is not the ARN of an issuer of the account.</exception>
    /// <exception cref="ResourceNotFoundException">There is none.</exception>
    internal static IssuerSubject Find(string text, Account account)
    {
        var arn = new Arn(text);
        if (!arn.IsIn(account.Id) || !(OpenIdProvider.IsArn(text) || (arn.Service == "sso" && arn.IsKind("trustedTokenIssuer/"))))
        {
            throw new InvalidInputException($"{text} is not the ARN of an OpenID Connect provider or trusted token issuer of account {account.Id}.");
        }

        return OpenIdProvider.FindIn(account, text) is { } provider ? new(provider.ArnIn(account.Id).Text, provider, null)
            : TrustedTokenIssuer.FindIn(account, text) is { } issuer ? new(text, null, issuer)
            : throw new ResourceNotFoundException($"There is no issuer {text}.");
    }

    /// <summary>Reads a key set.</summary>
    /// <exception cref="InvalidInputException">It cannot be used.</exception>
    internal static List<Shapes.SigningKey> Read(string keySet, Installation installation)
    {
        var proofs = installation.Proofs ?? throw new InvalidOperationException("This installation checks no proofs of identity.");
        ImmutableArray<IssuerKey> keys;
        try
        {
            keys = proofs.ReadKeys(keySet);
        }
        catch (FormatException wrong)
        {
            throw new InvalidInputException($"The KeySet cannot be pinned. {wrong.Message}");
        }

        return [.. keys.Select(static key => new Shapes.SigningKey
        {
            KeyId = key.Id,
            KeyType = key.Type == IssuerKeyType.Rsa ? Shapes.KeyType.RSA : Shapes.KeyType.EC,
            KeySize = key.Size,
            Thumbprint = key.Thumbprint,
        })];
    }

    /// <summary>The pinned keys.</summary>
    /// <exception cref="ResourceNotFoundException">None are pinned.</exception>
    internal PinnedKeySet RequireKeys() => Keys ?? throw new ResourceNotFoundException($"No keys are pinned to {Arn}.");

    /// <summary>Pins keys to the issuer, or takes them away.</summary>
    internal void Put(Draft draft, PinnedKeySet? keys)
    {
        if (Provider is null)
        {
            draft.Put(TokenIssuer! with { PinnedKeys = keys });
        }
        else
        {
            draft.Put(Provider with { PinnedKeys = keys });
        }
    }
}

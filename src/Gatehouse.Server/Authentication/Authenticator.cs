using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Server.Audit;
using Gatehouse.Server.Hosting;
using Gatehouse.Server.Requests;
using Gatehouse.Signatures;
using Gatehouse.Wire;
using Microsoft.AspNetCore.Http;

namespace Gatehouse.Server.Authentication;

/// <summary>Finds out who signed a request: steps 2 to 15 of AU-6.</summary>
/// <remarks>
/// Reads memory only, but for the first use of an account. The derived key and the caller are remembered once a signature
/// was right, so a stranger fills no cache.
/// </remarks>
internal sealed class Authenticator(Installation installation, Settings settings, FailureCounter failures)
{
    private const string InvalidToken = "The security token included in the request is invalid.";
    private const string ExpiredToken = "The security token included in the request is expired";

    private readonly SigningKeyCache<Credential> keys = new();
    private readonly SignatureRules rules = RulesOf(settings);
    private readonly ReplayCache? replays = settings.ReplayCache ? new(TimeSpan.FromMinutes(settings.ClockSkewMinutes)) : null;

    // [AU-300]: STS takes a signature for any region, and then says that it is not activated there.
    private readonly SignatureRules anywhere = RulesOf(settings) with { Regions = null };

    /// <summary>What the installation chose about signatures.</summary>
    internal SignatureRules Rules => rules;

    /// <summary>Identifies the caller of a request to a signed operation.</summary>
    /// <exception cref="ApiException">The request is not authenticated.</exception>
    internal ValueTask<Proof> IdentifyAsync(
        Inbound inbound, HttpContext http, Destination destination, AuditRecord record, CancellationToken cancel)
    {
        var now = inbound.Now;
        var service = destination.Contract.Service;
        if (!TryRead(inbound, StyleOf(service.Protocol), out var signature, out var fault))
        {
            throw Refuse(fault);
        }

        if (SignatureVerifier.CheckScope(signature, service.SigningName, service.Name == "sts" ? anywhere : rules) is { } scopeFault)
        {
            throw Refuse(scopeFault);
        }

        failures.ThrowIfTooMany(signature.AccessKeyId, inbound.Address, now);
        try
        {
            // Nearly every request: its key is known and its body is here, so that nothing waits.
            var session = OpenSession(signature);
            if (!inbound.BodyRead || !TryFindKnown(signature, session, now, out var key, out var credential))
            {
                return IdentifyNewAsync(inbound, http, destination, signature, session, record, cancel);
            }

            Verify(inbound, destination, signature, key, credential, record);
            return new(Prove(inbound, service, signature, credential));
        }
        catch (CommonException refusal) when (IsGuess(refusal))
        {
            failures.Count(signature.AccessKeyId, inbound.Address, now);
            throw;
        }
    }

    /// <summary>Verifies a request that is signed with the key of a certificate that it brings [AU-860]. Whether the certificate is to be trusted is the operation's question.</summary>
    /// <exception cref="ApiException">There is no such signature, or it is wrong.</exception>
    internal Proof IdentifyCertificate(Inbound inbound, ServiceContract service)
    {
        if (!SignatureReader.TryRead(inbound.Signed, SignatureStyle.Certificate, rules, inbound.Now, out var signature, out var fault))
        {
            throw Refuse(fault);
        }

        if (SignatureVerifier.CheckScope(signature, service.SigningName, rules) is { } scopeFault)
        {
            throw Refuse(scopeFault);
        }

        // A serial number or a kind of key that is not the certificate's is told apart from a wrong signature by nobody.
        if (!CertificateHeaders.TryRead(inbound.Signed.Headers, out var der, out var chain) || !CertificateKey.TryRead(der.AsSpan(), out var key)
            || key.Algorithm != signature.Algorithm || !signature.AccessKeyId.SequenceEqual(key.SerialNumber))
        {
            throw new CommonException(CommonError.AccessDenied, "Untrusted certificate. Insufficient certificate");
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        inbound.HashBody(hash);
        return SignatureVerifier.Verify(signature, key, inbound.Signed, hash) is { } wrong
            ? throw Mismatch(inbound, signature, hash, wrong)
            : new(Caller.Anonymous, null, RegionOf(signature.Region), signature.Form, new(der, chain));
    }

    /// <summary>Whether a request carries a whole, timely signature in the scope of a service; nothing of it is proven [AU-7].</summary>
    internal bool LooksSignedFor(Inbound inbound, string signingName) =>
        TryRead(inbound, SignatureStyle.Query, out var signature, out _)
        && SignatureVerifier.CheckScope(signature, signingName, rules) is null;

    /// <summary>The refusal of a request that carries no credentials at all; null when it carries some.</summary>
    internal CommonException? MissingIn(Inbound inbound) =>
        !TryRead(inbound, StyleOf(inbound.Protocol), out _, out var fault) && fault.Kind == FaultKind.Missing
            ? Refuse(fault)
            : null;

    // In development mode the clock may stand anywhere while clients sign with the time that is: a signature may go by either.
    private bool TryRead(Inbound inbound, SignatureStyle style, out Signature signature, [NotNullWhen(false)] out SignatureFault? fault) =>
        SignatureReader.TryRead(inbound.Signed, style, rules, inbound.Now, out signature, out fault)
        || (installation.Clock is Dev.DevClock { Moved: true } clock && SignatureReader.TryRead(inbound.Signed, style, rules, clock.Real, out signature, out fault));

    private static bool IsGuess(CommonException refusal) => refusal.Kind is CommonError.Key or CommonError.Token or CommonError.Signature;

    private bool TryFindKnown(
        in Signature signature, SessionContents? session, DateTimeOffset now, [NotNullWhen(true)] out VerificationKey? key, [NotNullWhen(true)] out Credential? credential) =>
        keys.TryGet(signature, now, out key, out credential)
        && credential.IsCurrentIn(credential.Slot.Current)
        && string.Equals(credential.Session?.SessionId, session?.SessionId, StringComparison.Ordinal);

    private async ValueTask<Proof> IdentifyNewAsync(
        Inbound inbound, HttpContext http, Destination destination, Signature signature, SessionContents? session, AuditRecord record, CancellationToken cancel)
    {
        try
        {
            if (TryFindKnown(signature, session, inbound.Now, out var key, out var credential))
            {
                await inbound.ReadBodyAsync(http, Services.OtherBody, cancel);
                Verify(inbound, destination, signature, key, credential, record);
            }
            else
            {
                credential = await FindAsync(signature, session, cancel);
                await inbound.ReadBodyAsync(http, Services.OtherBody, cancel);
                key = Derive(signature, credential);
                Verify(inbound, destination, signature, key, credential, record);
                keys.Set(signature, inbound.Now, key, credential);
            }

            return Prove(inbound, destination.Contract.Service, signature, credential);
        }
        catch (CommonException refusal) when (IsGuess(refusal))
        {
            failures.Count(signature.AccessKeyId, inbound.Address, inbound.Now);
            throw;
        }
    }

    private Proof Prove(Inbound inbound, ServiceContract service, in Signature signature, Credential credential)
    {
        var caller = credential.CallerIn(credential.Slot.Current) ?? throw new CommonException(CommonError.Key, InvalidToken);
        if (credential.IsTooOld(installation.Keys, inbound.Now))
        {
            // Whoever reads this holds the key: the signature was right.
            var days = installation.Keys.MaxAge!.Value.Days;
            throw new CommonException(CommonError.Key, $"{InvalidToken} The access key was made more than {days} {(days == 1 ? "day" : "days")} ago, and this installation takes none that is older.");
        }

        var region = signature.Region.IsEmpty ? rules.Region : RegionOf(signature.Region);
        credential.Touch(service.SigningName, region, inbound.Now);
        SessionLimits.Require(caller, service);
        return new(caller, credential.Slot, region, signature.Form);
    }

    // Common regions are one string each, so that a request does not make another.
    private string RegionOf(ReadOnlySpan<char> region) => region switch
    {
        "us-east-1" => "us-east-1",
        "us-west-2" => "us-west-2",
        "eu-west-1" => "eu-west-1",
        "eu-central-1" => "eu-central-1",
        _ => region.SequenceEqual(rules.Region) ? rules.Region : region.ToString(),
    };

    private SessionContents? OpenSession(in Signature signature)
    {
        if (SignatureVerifier.CheckToken(signature) is { } fault)
        {
            throw Refuse(fault);
        }

        if (signature.SessionToken is not { } token)
        {
            return null;
        }

        if (installation.Sessions.TryOpen(token, signature.AccessKeyId, out var contents, out var reason))
        {
            return contents;
        }

        throw reason == SessionTokenFault.Expired
            ? new CommonException(CommonError.Expired, ExpiredToken)
            : new CommonException(CommonError.Token, InvalidToken);
    }

    private async ValueTask<Credential> FindAsync(Signature signature, SessionContents? session, CancellationToken cancel)
    {
        var keyId = signature.AccessKeyId.ToString();
        if ((session?.Account ?? OwnerOf(keyId)) is not { } account)
        {
            throw new CommonException(CommonError.Key, InvalidToken);
        }

        if (await installation.Accounts.FindAsync(account, cancel) is not { } slot)
        {
            throw new CommonException(CommonError.Key, InvalidToken);
        }

        if (session is not null)
        {
            return new(slot, keyId, null, session, await FindSourceAsync(session, cancel));
        }

        return slot.Current.AccessKeys.Find(keyId) is { Status: KeyStatus.Active } key
            ? new(slot, keyId, key, null)
            : throw new CommonException(CommonError.Key, InvalidToken);
    }

    // Where the lasting key is that a session was made from, if that is another account than the session's.
    private async ValueTask<AccountSlot?> FindSourceAsync(SessionContents session, CancellationToken cancel) =>
        session.SourceKey is { } key && OwnerOf(key) is { } owner && owner != session.Account ? await installation.Accounts.FindAsync(owner, cancel) : null;

    private string? OwnerOf(string keyId) =>
        installation.Names.OwnerOf("accesskey", keyId) ?? (AccessKeyIds.TryReadAccount(keyId, out var account) ? account : null);

    private VerificationKey Derive(in Signature signature, Credential credential)
    {
        Secret? secret;
        var opened = credential.Session is null
            ? credential.TryOpenSecret(installation.Secrets, out secret)
            : installation.Sessions.TryOpenSecretKey(signature.SessionToken, signature.AccessKeyId, out secret);
        if (!opened)
        {
            throw new InvalidOperationException($"The secret of the access key {signature.AccessKeyId} does not open.");
        }

        using (secret)
        {
            return VerificationKey.Derive(signature, secret!.Bytes);
        }
    }

    private void Verify(Inbound inbound, Destination destination, in Signature signature, VerificationKey key, Credential credential, AuditRecord record)
    {
        record.ClaimedAccount = credential.Slot.Current.Id;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        inbound.HashBody(hash);
        var fault = SignatureVerifier.Verify(signature, key, inbound.Signed, hash);
        if (fault is not null)
        {
            throw Mismatch(inbound, signature, hash, fault);
        }

        if (replays is not null && destination.Operation is { Changes: true })
        {
            replays.Require(signature, inbound, hash);
        }
    }

    // [AU-147]: what we would have signed goes to whoever signed wrongly, and nowhere else: it may hold what a query says in clear.
    private CommonException Mismatch(Inbound inbound, in Signature signature, ReadOnlySpan<byte> bodyHash, SignatureFault fault)
    {
        if (settings.EchoCanonicalRequest)
        {
            inbound.Told = SignatureVerifier.Explain(signature, inbound.Signed, bodyHash)?.AddTo(fault).Message;
        }

        return Refuse(fault);
    }

    private static SignatureRules RulesOf(Settings settings) => new()
    {
        ClockSkew = TimeSpan.FromMinutes(settings.ClockSkewMinutes),
        Region = settings.Region,
        Regions = settings.Regions.Count == 0 ? null : System.Collections.Frozen.FrozenSet.ToFrozenSet(settings.Regions, StringComparer.Ordinal),
    };

    private static SignatureStyle StyleOf(Protocol protocol) =>
        ReferenceEquals(protocol, Protocol.Query) ? SignatureStyle.Query
        : ReferenceEquals(protocol, Protocol.RestJson) ? SignatureStyle.Rest
        : SignatureStyle.Json;

    private static CommonException Refuse(SignatureFault fault) => new(
        fault.Kind switch
        {
            FaultKind.Missing => CommonError.MissingAuthentication,
            FaultKind.Incomplete => CommonError.IncompleteSignature,
            FaultKind.Signature => CommonError.Signature,
            FaultKind.Skew => CommonError.Skew,
            FaultKind.Scope => CommonError.Scope,
            FaultKind.Key => CommonError.Key,
            FaultKind.Token => CommonError.Token,
            FaultKind.Expired => CommonError.Expired,
            FaultKind.OptIn => CommonError.OptIn,
            FaultKind.Deny => CommonError.AccessDenied,
            FaultKind.Throttle => CommonError.Throttling,
            FaultKind.Malformed => CommonError.Malformed,
            FaultKind.TooBig => CommonError.TooBig,
            FaultKind.Invalid => CommonError.Validation,
            _ => throw new InvalidOperationException($"{fault.Kind} is answered by S3-style services only."),
        },
        fault.Message);
}

namespace Gatehouse.Federation.OpenId;

/// <summary>Gets a JSON document from an issuer.</summary>
internal interface IFetch
{
    /// <summary>Gets it.</summary>
    /// <param name="issuer">The issuer on whose behalf it is asked.</param>
    /// <param name="url">Where it lies.</param>
    /// <param name="thumbprints">SHA-1 of certificates that vouch for the issuer where no trusted root does.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="Gatehouse.Accounts.Federation.ProofException">It cannot be got, for whatever reason.</exception>
    ValueTask<Fetched> GetAsync(string issuer, Uri url, IReadOnlyList<string> thumbprints, CancellationToken cancel);

    /// <summary>Looks at the certificates of an issuer's server.</summary>
    /// <param name="issuer">The issuer's URL.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>The SHA-1 thumbprint of the last one that it sends; null when it cannot be reached, or may not be.</returns>
    ValueTask<string?> FindThumbprintAsync(string issuer, CancellationToken cancel);
}

namespace Gatehouse.Accounts;

/// <summary>A proof that came with a request and says that its sender holds a key (RFC 9449), and the request that it must be about. Nothing of it is proven.</summary>
/// <param name="Token">The proof.</param>
/// <param name="Method">The method of the request.</param>
/// <param name="Url">The address of the request as its sender has it, without the query.</param>
public sealed record PresentedProof(string Token, string Method, string Url);

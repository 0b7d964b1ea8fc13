using Gatehouse.Accounts;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Authentication;

/// <summary>What authentication found out.</summary>
/// <param name="Caller">Who it is.</param>
/// <param name="Slot">Where the caller's account stands; null for unsigned requests.</param>
/// <param name="Region">The region the request was signed for.</param>
/// <param name="Form">Where the signature stood.</param>
/// <param name="Certificate">The certificate that signed in the place of a caller; null for all other requests.</param>
internal readonly record struct Proof(Caller Caller, AccountSlot? Slot, string Region, SignatureForm Form, PresentedCertificate? Certificate = null);

using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>One question to an authenticator: who asks, about whom, with which challenge.</summary>
/// <param name="Party">Who asks.</param>
/// <param name="Challenge">What must be answered.</param>
/// <param name="Account">The account.</param>
/// <param name="Owner">The unique id of the user, or <see cref="Accounts.Account.RootOwner"/>.</param>
public sealed record PasskeyCeremony(RelyingParty Party, ReadOnlyMemory<byte> Challenge, string Account, string Owner)
{
    /// <summary>By what authenticators know the user: it tells no account and no name, since they may show it without being asked who holds them.</summary>
    internal byte[] Handle => SHA256.HashData(Encoding.UTF8.GetBytes($"gatehouse/passkey/1/{Account}/{Owner}"));
}

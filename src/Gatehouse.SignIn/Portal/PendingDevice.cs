using Gatehouse.Accounts.Entities;

namespace Gatehouse.SignIn.Portal;

/// <summary>An authenticator app that was shown its key, and has not shown a code yet.</summary>
/// <param name="UserId">Whose it will be.</param>
/// <param name="Device">The device; its key is sealed.</param>
internal sealed record PendingDevice(string UserId, MfaDevice Device);

using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.SignIn.Entrance;
using Gatehouse.SignIn.Pages;
using Gatehouse.SignIn.Passkeys;
using Gatehouse.SignIn.Portal;
using Gatehouse.SignIn.Sessions;

namespace Gatehouse.SignIn;

/// <summary>What the pages share.</summary>
/// <param name="installation">The installation.</param>
/// <param name="rules">What the operator says.</param>
/// <param name="region">The region we answer for.</param>
/// <param name="happened">Takes audit events.</param>
/// <param name="api">The API as every client has it, for pages that act for whoever is signed in.</param>
public sealed class SignInServices(Installation installation, SignInRules rules, string region, Action<AuditEvent> happened, IApiCalls api)
{
    private const int MostAtPortal = 200_000;

    private static readonly TimeSpan PendingLife = TimeSpan.FromMinutes(10);

    /// <summary>The installation.</summary>
    public Installation Installation => installation;

    /// <summary>What the operator says.</summary>
    public SignInRules Rules => rules;

    /// <summary>The region we answer for.</summary>
    public string Region => region;

    /// <summary>Takes audit events.</summary>
    public Action<AuditEvent> Happened => happened;

    /// <summary>The API as every client has it.</summary>
    public IApiCalls Api => api;

    /// <summary>Who is signed in.</summary>
    public BrowserSessions Sessions { get; } = new(installation.Clock, rules.Idle);

    /// <summary>Who is on the way: the password was right, and something is still to be done.</summary>
    public Tickets<PendingSignIn> Pending { get; } = new(installation.Clock, PendingLife);

    /// <summary>Who is signed in at the portal of Identity Center.</summary>
    internal Tickets<PortalSession> Portal { get; } = new(installation.Clock, PortalSession.Life, MostAtPortal);

    /// <summary>Who is on the way there, and must choose another password first.</summary>
    internal Tickets<PendingPortal> PortalPending { get; } = new(installation.Clock, PendingLife);

    /// <summary>Authenticator apps that people at the portal are about to bring in: each is found with the id of whose it will be.</summary>
    internal Tickets<PendingDevice> PortalDevices { get; } = new(installation.Clock, PendingLife);

    /// <summary>What authenticators have yet to answer.</summary>
    public PasskeyChallenges Challenges { get; } = new(installation.Clock);

    /// <summary>The tokens of brokers that were used.</summary>
    public UsedTokens UsedTokens { get; } = new(installation.Clock);

    /// <summary>Where browsers may be sent.</summary>
    public RedirectTargets Targets { get; } = new(rules.RedirectTargets);

    /// <summary>The moment, in whole seconds as AWS has every time that is stored or shown.</summary>
    public DateTimeOffset Now => installation.Clock.GetWholeSecond();
}

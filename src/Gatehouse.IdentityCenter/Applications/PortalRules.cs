using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>The rules for how the portal leads to an application.</summary>
internal static class PortalRules
{
    /// <summary>Where the portal sends people to; null when they sign in at the portal.</summary>
    /// <exception cref="ValidationException">An application that people sign in at has no URL, or one that they do not has one.</exception>
    internal static string? UrlOf(SignInOptions? options) => options switch
    {
        null => null,
        { Origin: SignInOrigin.APPLICATION, ApplicationUrl: null } => throw new ValidationException("ApplicationUrl is required when Origin is APPLICATION."),
        { Origin: SignInOrigin.IDENTITY_CENTER, ApplicationUrl: not null } => throw new ValidationException("ApplicationUrl must not be given when Origin is IDENTITY_CENTER."),
        _ => options.ApplicationUrl,
    };
}

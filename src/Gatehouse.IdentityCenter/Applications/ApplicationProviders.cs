using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>The kinds of applications there are: one, whose tokens are OAuth's.</summary>
internal static class ApplicationProviders
{
    /// <summary>The kind of applications that get tokens by OAuth 2.0.</summary>
    internal const string Custom = "arn:aws:sso::aws:applicationProvider/custom";

    private const string CustomSaml = "arn:aws:sso::aws:applicationProvider/custom-saml";

    /// <summary>All of them.</summary>
    internal static IReadOnlyList<ApplicationProvider> All { get; } =
    [
        new()
        {
            ApplicationProviderArn = Custom,
            FederationProtocol = FederationProtocol.OAUTH,
            DisplayData = new() { DisplayName = "Custom application", Description = "An application of your own that uses OAuth 2.0." },
        },
    ];

    /// <summary>Refuses a kind of which no application can be made here.</summary>
    /// <exception cref="ValidationException">AWS makes such ones, and we do not.</exception>
    /// <exception cref="ResourceNotFoundException">There is no such kind.</exception>
    internal static ApplicationProvider Require(string arn) => arn == CustomSaml
        ? throw new ValidationException($"SAML applications are not supported here: use the application provider {Custom}.")
        : All.FirstOrDefault(provider => provider.ApplicationProviderArn == arn) ?? throw new ResourceNotFoundException($"Application provider {Echo.Of(arn)} was not found.");
}

using Gatehouse.SignIn.Broker;
using Gatehouse.SignIn.Console;
using Gatehouse.SignIn.Entrance;
using Gatehouse.SignIn.Login;
using Gatehouse.SignIn.Pages;
using Gatehouse.SignIn.Passkeys;
using Gatehouse.SignIn.Portal;
using Gatehouse.SignIn.Saml;

namespace Gatehouse.SignIn;

/// <summary>All pages there are.</summary>
public static class SignInPages
{
    /// <summary>Makes them.</summary>
    public static IReadOnlyList<IPage> All(SignInServices services) =>
    [
        new StylePage(), new PasswordPage(), new CodePage(), new PasskeyPage(), new PasskeyScript(), new ChangePage(), new RegisterPage(),
        new HomePage(), new SessionsPage(), new SecurityPage(), new SamlPage(services),
        new AuthorizePage(), new ConfirmationPage(), new FederationPage(),
        new PortalPage(), new PortalEntrance(), new PortalPasswordPage(), new PortalCodePage(), new PortalDevicePage(), new DevicePage(), new ConsentPage(),
    ];
}

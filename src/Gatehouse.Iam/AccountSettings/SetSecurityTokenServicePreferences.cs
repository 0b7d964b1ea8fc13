using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.AccountSettings;

/// <summary>Says which form session tokens from the global endpoint have. GetAccountSummary shows it.</summary>
/// <remarks>AWS: the older form does not work in regions that an account switches on. Here no region needs switching on, so both work everywhere.</remarks>
internal sealed class SetSecurityTokenServicePreferences : IWrite<SetSecurityTokenServicePreferencesRequest, SetSecurityTokenServicePreferencesResponse>
{
    public static Arn Target(SetSecurityTokenServicePreferencesRequest request, Call call) => Arn.Any;

    public static SetSecurityTokenServicePreferencesResponse Handle(SetSecurityTokenServicePreferencesRequest request, Draft draft)
    {
        var version = request.GlobalEndpointTokenVersion == Shapes.GlobalEndpointTokenVersion.V2Token ? 2 : 1;
        draft.Put(draft.Account.Profile with { GlobalTokenVersion = version });
        return new();
    }
}

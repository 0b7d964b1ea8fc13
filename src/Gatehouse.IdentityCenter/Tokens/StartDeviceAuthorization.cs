using System.Net;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.IdentityCenter;
using Gatehouse.Contracts.SsoOidc;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Tokens;

/// <summary>Begins what a program without a browser needs: a code for people, who decide on another device, and one for itself to ask with [AU-850].</summary>
internal sealed class StartDeviceAuthorization : IReach<StartDeviceAuthorizationRequest, StartDeviceAuthorizationResponse>
{
    public static bool Changes => true;

    public static bool NeedsPermission => false;

    public static Arn Target(StartDeviceAuthorizationRequest request, Call call) =>
        StartAddress.Find(call.Installation, request.StartUrl) is var (account, store) ? new($"arn:aws:identitystore::{account}:identitystore/{store}") : Arn.Any;

    public static ApiException Refuse(ApiException refusal) => OidcRefusals.Translate(refusal);

    public static ValueTask<StartDeviceAuthorizationResponse> HandleAsync(StartDeviceAuthorizationRequest request, Reach reach, CancellationToken cancel)
    {
        var call = reach.Call;
        var client = Clients.Require(call, request.ClientId, request.ClientSecret);
        if (!client.GrantTypes.Contains(GrantTypes.Device))
        {
            throw OidcRefusals.NotForClient();
        }

        if (StartAddress.Find(call.Installation, request.StartUrl) is not var (account, store) || call.Owner?.IdentityCenter?.IdentityStoreId != store)
        {
            throw OidcRefusals.Invalid("The start URL is not that of an instance.");
        }

        var address = IPAddress.TryParse(call.SourceAddress, out var known) ? known : null;
        if (call.Installation.Devices.TryBegin(address, call.Now, userCode => new()
        {
            Client = RegisteredClient.HashOf(request.ClientId),
            ClientName = client.Name,
            Scopes = client.Scopes,
            Account = account,
            StoreId = store,
            UserCode = userCode,
            Began = call.Now,
            Ends = call.Now + DeviceAuthorizations.Life,
            Address = call.SourceAddress,
            UserAgent = call.UserAgent,
        }) is not var (deviceCode, wish))
        {
            throw OidcRefusals.TooFast();
        }

        var page = call.Installation.Address.Url + "/device";
        return ValueTask.FromResult(new StartDeviceAuthorizationResponse
        {
            DeviceCode = deviceCode,
            UserCode = wish.UserCode,
            VerificationUri = page,
            VerificationUriComplete = $"{page}?user_code={wish.UserCode}",
            ExpiresIn = (int)DeviceAuthorizations.Life.TotalSeconds,
            Interval = (int)wish.Interval.TotalSeconds,
        });
    }
}

using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.OpenIdProviders;

/// <summary>Puts other thumbprints in place of those of an OpenID Connect provider.</summary>
internal sealed class UpdateOpenIDConnectProviderThumbprint : IWrite<UpdateOpenIDConnectProviderThumbprintRequest, UpdateOpenIDConnectProviderThumbprintResponse>
{
    public static Arn Target(UpdateOpenIDConnectProviderThumbprintRequest request, Call call) => new(request.OpenIDConnectProviderArn);

    public static void Require(UpdateOpenIDConnectProviderThumbprintRequest request, Call call, Requirements needs) =>
        OpenIdSubject.Require(request.OpenIDConnectProviderArn, call, needs);

    public static UpdateOpenIDConnectProviderThumbprintResponse Handle(UpdateOpenIDConnectProviderThumbprintRequest request, Draft draft)
    {
        var provider = draft.Account.RequireOpenId(request.OpenIDConnectProviderArn);
        draft.Put(provider with { Thumbprints = OpenIdSubject.Thumbprints(request.ThumbprintList) });
        return new();
    }
}

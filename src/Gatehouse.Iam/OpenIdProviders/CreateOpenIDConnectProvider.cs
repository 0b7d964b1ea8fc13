using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.OpenIdProviders;

/// <summary>Makes an OpenID Connect issuer known, so that roles may trust its tokens [AU-400].</summary>
/// <remarks>
/// Waits for the issuer when no thumbprint is given, to take that of its server's certificate [AU-402]. An issuer that cannot be reached gets none,
/// where AWS refuses it: installations without a way out have providers too, and without a thumbprint a trusted root must vouch for the issuer.
/// </remarks>
internal sealed class CreateOpenIDConnectProvider : IReach<CreateOpenIDConnectProviderRequest, CreateOpenIDConnectProviderResponse>
{
    public static bool Changes => true;

    public static Arn Target(CreateOpenIDConnectProviderRequest request, Call call) =>
        Arn.Iam(call.Account.Id, $"oidc-provider/{request.Url[(request.Url.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..]}");

    public static void Require(CreateOpenIDConnectProviderRequest request, Call call, Requirements needs)
    {
        needs.RequestTags(Tags.Read(request.Tags));
        if (request.Tags is { Count: > 0 })
        {
            needs.Also("iam:TagOpenIDConnectProvider");
        }
    }

    public static async ValueTask<CreateOpenIDConnectProviderResponse> HandleAsync(CreateOpenIDConnectProviderRequest request, Reach reach, CancellationToken cancel)
    {
        var call = reach.Call;
        var provider = new OpenIdProvider
        {
            Url = OpenIdUrl.Require(request.Url, call.Installation.Federation),
            Created = call.Now,
            Thumbprints = OpenIdSubject.Thumbprints(request.ThumbprintList),
            ClientIds = OpenIdSubject.ClientIds([], request.ClientIDList ?? []),
            Tags = Tags.New(request.Tags, StringComparer.Ordinal),
        };

        // What is refused anyway sends nothing out.
        RequireRoom(provider, request, call.Account);
        if (provider.Thumbprints.IsEmpty && call.Installation.Proofs is { } proofs && await proofs.FindThumbprintAsync(provider.Url, cancel) is { } found)
        {
            provider = provider with { Thumbprints = [found] };
        }

        return await reach.CommitAsync(draft => Handle(provider, request, draft), cancel);
    }

    private static CreateOpenIDConnectProviderResponse Handle(OpenIdProvider provider, CreateOpenIDConnectProviderRequest request, Draft draft)
    {
        RequireRoom(provider, request, draft.Account);
        draft.Put(provider);
        return new() { OpenIDConnectProviderArn = provider.ArnIn(draft.Account.Id).Text, Tags = provider.Tags.Describe() };
    }

    private static void RequireRoom(OpenIdProvider provider, CreateOpenIDConnectProviderRequest request, Account account)
    {
        if (account.OpenIdProviders.Contains(provider.Key))
        {
            throw new EntityAlreadyExistsException($"Provider with url {request.Url} already exists.");
        }

        Quotas.Require("OpenIdConnectProvidersPerAccount", Quotas.OpenIdProviders, account.OpenIdProviders.Count);
    }
}

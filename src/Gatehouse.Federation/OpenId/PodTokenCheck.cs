using System.Text.Json;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Pods;

namespace Gatehouse.Federation.OpenId;

/// <summary>Checks the tokens that Kubernetes projects into pods, in the order of all others [AU-410, AU-832].</summary>
internal sealed class PodTokenCheck(TokenCheck checks, IssuerKeys keys)
{
    internal async ValueTask<ProvenPod> CheckAsync(PodCluster cluster, string text, CancellationToken cancel)
    {
        using var token = WebToken.Read(text);
        if (token.Text("iss") is not { } issuer || !IssuerNames.Same(issuer, cluster.Issuer))
        {
            throw Invalid("The token was not issued by the cluster");
        }

        var provider = new OpenIdProvider { Url = cluster.Issuer, Created = default, ClientIds = [ProvenPod.Audience] };
        TokenCheck.RequireSignature(token, cluster.Keys is { } own ? keys.Pinned(own) : await keys.FindAsync(provider, token.KeyId, cancel));
        TokenCheck.RequireAudience(token, provider, out _);
        checks.RequireTimes(token);
        return PodOf(token);
    }

    // The subject and the claim of Kubernetes say the same of the service account, or neither is believed.
    private static ProvenPod PodOf(WebToken token)
    {
        if (!token.Claims.TryGetProperty("kubernetes.io", out var claim) || claim.ValueKind != JsonValueKind.Object
            || Text(claim, "namespace") is not { } space || !PodNames.IsLabel(space)
            || Text(Part(claim, "serviceaccount"), "name") is not { } serviceAccount || !PodNames.IsDomain(serviceAccount)
            || token.Text("sub") != $"system:serviceaccount:{space}:{serviceAccount}")
        {
            throw Invalid("The token is not one of a Kubernetes service account");
        }

        return Text(Part(claim, "pod"), "name") is { } name && PodNames.IsDomain(name) && Text(Part(claim, "pod"), "uid") is { } uid && PodNames.IsUid(uid)
            ? new(space, serviceAccount, name, uid)
            : throw new ProofException(ProofFault.Invalid, "The token is not bound to a pod");
    }

    private static JsonElement Part(JsonElement claim, string name) => claim.TryGetProperty(name, out var part) && part.ValueKind == JsonValueKind.Object ? part : default;

    private static string? Text(JsonElement part, string name) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ProofException Invalid(string text) => new(ProofFault.Invalid, text);
}

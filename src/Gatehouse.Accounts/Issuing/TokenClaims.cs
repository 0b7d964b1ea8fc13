using System.Globalization;
using System.Text.Json;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;

namespace Gatehouse.Accounts.Issuing;

/// <summary>What a token tells a service outside of who asked for it (IAM User Guide, "Understanding token claims").</summary>
public static class TokenClaims
{
    /// <summary>The claim under which AWS puts everything that is not OIDC's own.</summary>
    public const string Namespace = "https://sts.amazonaws.com/";

    private const string PrincipalTag = "aws:PrincipalTag/";

    private static readonly (string Key, string Claim)[] KeptKeys =
    [
        ("ec2:RoleDelivery", "ec2_role_delivery"), ("ec2:SourceInstanceArn", "ec2_source_instance_arn"), ("identitystore:UserId", "identity_store_user_id"),
    ];

    /// <summary>Writes the claims of a token as one JSON object.</summary>
    /// <param name="call">The request.</param>
    /// <param name="audience">Who the token is for.</param>
    /// <param name="tags">What the caller wants to have told beside.</param>
    /// <param name="expires">When it ends.</param>
    public static byte[] Write(Call call, IReadOnlyList<string> audience, IReadOnlyList<Tag> tags, DateTimeOffset expires)
    {
        return JsonObjects.Write(json =>
        {
            json.WriteString("iss", call.Installation.Address.IssuerOf(call.Account.Id));
            WriteAudience(json, audience);
            json.WriteString("sub", call.Caller.PrincipalArn.Text);
            json.WriteNumber("iat", call.Now.ToUnixTimeSeconds());
            json.WriteNumber("exp", expires.ToUnixTimeSeconds());
            json.WriteString("jti", call.Installation.Ids.NewUuid());
            json.WriteStartObject(Namespace);
            WriteOwn(json, call, tags);
            json.WriteEndObject();
        });
    }

    private static void WriteAudience(Utf8JsonWriter json, IReadOnlyList<string> audience)
    {
        if (audience is [var only])
        {
            json.WriteString("aud", only);
            return;
        }

        json.WriteStartArray("aud");
        foreach (var one in audience)
        {
            json.WriteStringValue(one);
        }

        json.WriteEndArray();
    }

    private static void WriteOwn(Utf8JsonWriter json, Call call, IReadOnlyList<Tag> tags)
    {
        json.WriteString("aws_account", call.Account.Id);
        json.WriteString("source_region", call.Region);
        json.WriteString("principal_id", call.Caller.PrincipalArn.Text);
        if (call.Account.Profile.Membership is { } membership && call.Management is { } management)
        {
            json.WriteString("org_id", membership.OrganizationId);

            // AWS: a list of one, like aws:PrincipalOrgPaths.
            json.WriteStartArray("ou_path");
            json.WriteStringValue(OrganizationPaths.Of(management, call.Account.Id));
            json.WriteEndArray();
        }

        if (call.Caller.Session is { } session)
        {
            json.WriteString("original_session_exp", session.Expires.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            WriteSession(json, session);
        }

        WriteTags(json, "principal_tags", call.Caller.Keys.All
            .Where(pair => pair.Key.StartsWith(PrincipalTag, StringComparison.OrdinalIgnoreCase))
            .Select(pair => new Tag(pair.Key[PrincipalTag.Length..], pair.Value[0])));
        WriteTags(json, "request_tags", tags);
    }

    // What the session's condition keys say of where it comes from, under names of its own.
    private static void WriteSession(Utf8JsonWriter json, SessionContents session)
    {
        if (session.SourceIdentity is { } source)
        {
            json.WriteString("source_identity", source);
        }

        // AWS: of people of Identity Center it names the person, not the provider that each account has for it.
        if (session is { Provider: { } provider, Delivery: not SessionDelivery.IdentityCenter })
        {
            json.WriteString("federated_provider", provider);
        }

        foreach (var kept in session.FederationKeys)
        {
            if (Array.Find(KeptKeys, known => known.Key == kept.Name).Claim is { } claim)
            {
                json.WriteString(claim, kept.Values[0]);
            }
        }
    }

    private static void WriteTags(Utf8JsonWriter json, string name, IEnumerable<Tag> tags)
    {
        var begun = false;
        foreach (var tag in tags)
        {
            if (!begun)
            {
                json.WriteStartObject(name);
                begun = true;
            }

            json.WriteString(tag.Key, tag.Value);
        }

        if (begun)
        {
            json.WriteEndObject();
        }
    }
}

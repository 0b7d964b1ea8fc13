using System.Collections.Immutable;
using System.Globalization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Sessions;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Accounts;

/// <summary>The condition keys of a principal and its session (policy-language.md, 13.1 and 13.5).</summary>
internal static class CallerKeys
{
    internal static RequestContext Of(
        Account account, Arn principal, string type, string userId, string? userName, ImmutableArray<Tag> tags, SessionContents? session)
    {
        var keys = new RequestContext()
            .Set("aws:PrincipalArn", principal.Text)
            .Set("aws:PrincipalAccount", account.Id)
            .Set("aws:PrincipalType", type)
            .Set("aws:PrincipalIsAWSService", "false")
            .Set("aws:ViaAWSService", "false")
            .Set("aws:userid", userId);
        if (userName is not null)
        {
            keys.Set("aws:username", userName);
        }

        foreach (var tag in tags)
        {
            keys.Set("aws:PrincipalTag/" + tag.Key, tag.Value);
        }

        if (session is not null)
        {
            AddSession(keys, session);
        }

        return keys.Freeze();
    }

    internal static RequestContext WithSecondFactor(RequestContext before)
    {
        var keys = new RequestContext();
        foreach (var (name, values) in before.All)
        {
            keys.Set(name, values);
        }

        return keys.Set("aws:MultiFactorAuthPresent", "true").Set("aws:MultiFactorAuthAge", "0").Freeze();
    }

    // The age of a second factor is not here: it grows, so each request tells it.
    private static void AddSession(RequestContext keys, SessionContents session)
    {
        keys.Set("aws:TokenIssueTime", session.Issued.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        keys.Set("aws:MultiFactorAuthPresent", session is { MfaPresent: true, Kind: SessionKind.SessionToken or SessionKind.SignIn } ? "true" : "false");

        // A session tag replaces a tag of the role with the same key in any case [AU-313]; Set compares so.
        foreach (var tag in session.Tags)
        {
            keys.Set("aws:PrincipalTag/" + tag.Key, tag.Value);
        }

        if (session.SourceIdentity is { } source)
        {
            keys.Set("aws:SourceIdentity", source);
        }

        if (session.Provider is { } provider)
        {
            keys.Set("aws:FederatedProvider", provider);
        }

        if (session.Kind == SessionKind.AssumedRoot)
        {
            keys.Set("aws:AssumedRoot", "true");
        }

        foreach (var kept in session.FederationKeys)
        {
            keys.Set(kept.Name, kept.Values.ToArray());
        }
    }
}

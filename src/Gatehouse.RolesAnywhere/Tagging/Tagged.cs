using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.RolesAnywhere.Crls;
using Gatehouse.RolesAnywhere.Profiles;
using Gatehouse.RolesAnywhere.Subjects;
using Gatehouse.RolesAnywhere.TrustAnchors;

namespace Gatehouse.RolesAnywhere.Tagging;

/// <summary>What bears tags here, each by its ARN: trust anchors, profiles, certificate revocation lists, subjects.</summary>
internal static class Tagged
{
    /// <summary>Its tags; null when it is not there.</summary>
    internal static ImmutableArray<Tag>? Find(Account account, Call call, string arn)
    {
        var (kind, id) = Split(call, arn);
        return kind switch
        {
            "trust-anchor" => Anchors.Find(account, call.Region, id)?.Tags,
            "profile" => AnywhereProfiles.Find(account, call.Region, id)?.Tags,
            "crl" => RevocationLists.Find(account, call.Region, id)?.Tags,
            "subject" => SeenSubjects.Find(id, call) is null ? null : account.SubjectTags.Find(id)?.Tags ?? [],
            _ => null,
        };
    }

    /// <summary>Its tags.</summary>
    /// <exception cref="Contracts.RolesAnywhere.ResourceNotFoundException">It is not there.</exception>
    internal static ImmutableArray<Tag> Require(Account account, Call call, string arn) => Find(account, call, arn) ?? throw Refusals.NoResource(arn);

    /// <summary>Gives it other tags.</summary>
    internal static void Put(Draft draft, string arn, ImmutableArray<Tag> tags)
    {
        var (kind, id) = Split(draft.Call, arn);
        switch (kind)
        {
            case "trust-anchor":
                draft.Put(Anchors.Require(draft.Account, draft.Call, id) with { Tags = tags });
                break;
            case "profile":
                draft.Put(AnywhereProfiles.Require(draft.Account, draft.Call, id) with { Tags = tags });
                break;
            case "crl":
                draft.Put(RevocationLists.Require(draft.Account, draft.Call, id) with { Tags = tags });
                break;
            default:
                draft.Put(new SubjectTags { SubjectId = id, Tags = tags });
                break;
        }
    }

    private static (string Kind, string Id) Split(Call call, string text)
    {
        var arn = new Arn(text);
        var slash = arn.Resource.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && text == $"arn:aws:rolesanywhere:{call.Region}:{call.Account.Id}:{arn.Resource}" ? (arn.Resource[..slash], arn.Resource[(slash + 1)..]) : ("", "");
    }
}

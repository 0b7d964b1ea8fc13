using System.Text.Json.Nodes;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.Server.Seeding;

/// <summary>Writes an instance of IAM Identity Center in the shape of a seed.</summary>
internal static class SeedCenterExport
{
    /// <summary>The instance of an account; null when it has none.</summary>
    internal static JsonObject? Of(Account account) => account.IdentityCenter is not { } instance ? null : new()
    {
        ["name"] = instance.Name,
        ["users"] = SeedExport.List(account.IdentityUsers.Select(user => Of(user, account))),
        ["groups"] = SeedExport.List(account.IdentityGroups.Select(group => SeedExport.Without(new()
        {
            ["name"] = group.DisplayName,
            ["description"] = group.Description,
            ["members"] = SeedExport.Texts(account.IdentityMemberships.Where(one => one.GroupId == group.Id)
                .Select(one => account.IdentityUsers.FindById(one.UserId)!.UserName).Order(StringComparer.Ordinal)),
        }))),
        ["permissionSets"] = SeedExport.List(account.PermissionSets.Select(set => SeedExport.Without(new()
        {
            ["name"] = set.Name,
            ["description"] = set.Description,
            ["sessionDuration"] = set.SessionDuration,
            ["relayState"] = set.RelayState,
            ["tags"] = SeedExport.Tags(set.Tags),
            ["policies"] = SeedExport.Texts(set.ManagedPolicies.Concat(set.CustomerPolicies.Select(Named))),
            ["inlinePolicy"] = set.InlinePolicy is { } document ? JsonNode.Parse(document) : null,
            ["permissionsBoundary"] = set.BoundaryPolicy ?? (set.BoundaryReference is { } boundary ? Named(boundary) : null),
        }))),
        ["assignments"] = SeedExport.List(account.Assignments.Select(one => Of(one, account)).OfType<JsonObject>().OrderBy(one => one.ToJsonString(), StringComparer.Ordinal)),
    };

    private static JsonObject Of(IdentityUser user, Account account)
    {
        var attributes = SeedAttributes.Of(user);
        return SeedExport.Without(new()
        {
            ["name"] = user.UserName,
            ["displayName"] = attributes["DisplayName"]?.DeepClone(),
            ["givenName"] = attributes["Name"]?["GivenName"]?.DeepClone(),
            ["familyName"] = attributes["Name"]?["FamilyName"]?.DeepClone(),
            ["disabled"] = user.Disabled ? true : null,
            ["attributes"] = SeedAttributes.Others(user),
            ["password"] = user.Password is null ? null : new JsonObject { ["env"] = $"PASSWORD_{account.Id}_IDENTITY_{SeedExport.Word(user.UserName)}" },
            ["resetRequired"] = user is { Password: not null, PasswordResetRequired: true } ? true : null,
        });
    }

    // Of somebody who is gone nothing is written: an assignment outlives its user, as it does at AWS.
    private static JsonObject? Of(AccountAssignment assignment, Account account)
    {
        var who = assignment.IsGroup ? account.IdentityGroups.FindById(assignment.PrincipalId)?.DisplayName : account.IdentityUsers.FindById(assignment.PrincipalId)?.UserName;
        return who is null || account.PermissionSets.FindById(assignment.PermissionSetId) is not { } set
            ? null
            : new() { ["permissionSet"] = set.Name, ["account"] = assignment.AccountId, [assignment.IsGroup ? "group" : "user"] = who };
    }

    private static string Named(PolicyReference policy) => policy.Path == "/" ? policy.Name : policy.Path + policy.Name;
}

using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Identitystore;
using Shapes = Gatehouse.Contracts.Identitystore.Shapes;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>A user of an identity store as the wire shows it.</summary>
internal static class UserShape
{
    /// <summary>One user.</summary>
    /// <param name="user">The user.</param>
    /// <param name="storeId">The store.</param>
    /// <param name="extensions">Which extensions are shown; none when it is not said, as at AWS.</param>
    internal static DescribeUserResponse Describe(this IdentityUser user, string storeId, IReadOnlyList<string>? extensions) =>
        StoreJson.Read(IdentitystoreService.DescribeUser, Json(user, storeId, extensions), DescribeUserResponse.Read);

    /// <summary>One of many.</summary>
    internal static Shapes.User DescribeListed(this IdentityUser user, string storeId, IReadOnlyList<string>? extensions) =>
        StoreJson.Read(IdentitystoreService.ListUsers, Json(user, storeId, extensions), Shapes.User.Read);

    private static JsonObject Json(IdentityUser user, string storeId, IReadOnlyList<string>? extensions)
    {
        var json = JsonNode.Parse(user.Attributes)!.AsObject();
        foreach (var hidden in (json["Extensions"] as JsonObject ?? []).Select(one => one.Key).Where(name => extensions?.Contains(name) != true).ToList())
        {
            json["Extensions"]!.AsObject().Remove(hidden);
        }

        if (json["Extensions"] is JsonObject { Count: 0 })
        {
            json.Remove("Extensions");
        }

        json["IdentityStoreId"] = storeId;
        json["UserId"] = user.Id;
        json["UserName"] = user.UserName;
        json["UserStatus"] = user.Disabled ? Shapes.UserStatus.DISABLED : Shapes.UserStatus.ENABLED;
        json["ExternalIds"] = StoreJson.Write(user.ExternalIds);
        json["CreatedAt"] = Seconds(user.Created);
        json["CreatedBy"] = user.CreatedBy;
        json["UpdatedAt"] = Seconds(user.Updated);
        json["UpdatedBy"] = user.UpdatedBy;
        return json;
    }

    private static decimal Seconds(DateTimeOffset moment) => moment.ToUnixTimeMilliseconds() / 1000m;
}

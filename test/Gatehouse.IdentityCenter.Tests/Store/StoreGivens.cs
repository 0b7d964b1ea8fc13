using System.Text.Json;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Tests.Store;

/// <summary>What tests of identity stores do again and again, by the operations themselves.</summary>
internal static class StoreGivens
{
    internal const string Nobody = "00000000-0000-4000-8000-000000000000";
    internal const string OtherStore = "d-ffffffffff";

    /// <summary>The smallest request that makes a user.</summary>
    internal static CreateUserRequest Person(string userName = "alice", string? email = null) => new()
    {
        IdentityStoreId = CenterFixture.StoreId,
        UserName = userName,
        DisplayName = "Alice Doe",
        Name = new() { GivenName = "Alice", FamilyName = "Doe" },
        Emails = email is null ? null : [new() { Value = email, Type = "work", Primary = true }],
    };

    internal static string CreateUser(this CenterFixture center, string userName = "alice", string? email = null) => center.CreateUser(Person(userName, email));

    internal static string CreateUser(this CenterFixture center, CreateUserRequest request) =>
        center.Account.Write<CreateUser, CreateUserRequest, CreateUserResponse>(request).UserId;

    internal static string CreateGroup(this CenterFixture center, string displayName = "admins") => center.Account.Write<CreateGroup, CreateGroupRequest, CreateGroupResponse>(
        new() { IdentityStoreId = CenterFixture.StoreId, DisplayName = displayName }).GroupId;

    internal static string Join(this CenterFixture center, string group, string user) =>
        center.Account.Write<CreateGroupMembership, CreateGroupMembershipRequest, CreateGroupMembershipResponse>(
            new() { IdentityStoreId = CenterFixture.StoreId, GroupId = group, MemberId = new() { UserId = user } }).MembershipId;

    internal static DescribeUserResponse DescribeUser(this CenterFixture center, string user, params string[] extensions) =>
        center.Account.Read<DescribeUser, DescribeUserRequest, DescribeUserResponse>(
            new() { IdentityStoreId = CenterFixture.StoreId, UserId = user, Extensions = extensions.Length == 0 ? null : extensions });

    internal static DescribeGroupResponse DescribeGroup(this CenterFixture center, string group) =>
        center.Account.Read<DescribeGroup, DescribeGroupRequest, DescribeGroupResponse>(new() { IdentityStoreId = CenterFixture.StoreId, GroupId = group });

    /// <summary>Changes a user: paths, each with its value as JSON, or null for none.</summary>
    internal static void UpdateUser(this CenterFixture center, string user, params (string Path, string? Value)[] operations) =>
        center.Account.Write<UpdateUser, UpdateUserRequest, UpdateUserResponse>(new() { IdentityStoreId = CenterFixture.StoreId, UserId = user, Operations = Operations(operations) });

    /// <summary>Changes a group, likewise.</summary>
    internal static void UpdateGroup(this CenterFixture center, string group, params (string Path, string? Value)[] operations) =>
        center.Account.Write<UpdateGroup, UpdateGroupRequest, UpdateGroupResponse>(new() { IdentityStoreId = CenterFixture.StoreId, GroupId = group, Operations = Operations(operations) });

    /// <summary>A value of a document.</summary>
    internal static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>What identifies somebody by an attribute, whose value is JSON.</summary>
    internal static AlternateIdentifier By(string path, string value) => new() { UniqueAttribute = new() { AttributePath = path, AttributeValue = Json(value) } };

    /// <summary>Something is refused, and nothing has changed.</summary>
    internal static T Refuses<T>(this CenterFixture center, Action act)
        where T : ApiException
    {
        var before = center.Account.Account;
        var refusal = Assert.Throws<T>(act);
        Assert.Same(before, center.Account.Account);
        return refusal;
    }

    /// <summary>Something that is named is not there, and nothing has changed.</summary>
    internal static void Misses(this CenterFixture center, string type, Action act) => Assert.Equal(type, center.Refuses<ResourceNotFoundException>(act).ResourceType);

    /// <summary>On what an operation is asked.</summary>
    internal static IEnumerable<string> Asked<TOperation, TRequest>(this CenterFixture center, TRequest request)
        where TOperation : Gatehouse.Operations.IOperation<TRequest>
    {
        var needs = center.Account.Needs<TOperation, TRequest>("identitystore:" + typeof(TOperation).Name, request);
        Assert.Contains(needs.Keys, key => key.Key == "identitystore:PrimaryRegion" && key.Value[0] == "us-east-1");
        Assert.All(needs.Checks, check => Assert.Equal("identitystore:" + typeof(TOperation).Name, check.Action));
        return needs.Checks.Select(check => check.Resource.Text);
    }

    private static List<AttributeOperation> Operations((string Path, string? Value)[] operations) =>
        [.. operations.Select(one => new AttributeOperation { AttributePath = one.Path, AttributeValue = one.Value is null ? null : Json(one.Value) })];
}

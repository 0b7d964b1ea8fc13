using Gatehouse.Contracts.Identitystore;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>Which attributes users and groups have, and what each may hold: the model's own types, and what the model leaves open.</summary>
internal static class StoreSchemas
{
    /// <summary>The one extension there is: what SCIM calls the enterprise user.</summary>
    internal const string Enterprise = "aws:identitystore:enterprise";

    private static readonly ShapeType Text = TypeIn(DescribeUserResponse.Describe, "DisplayName");

    private static readonly Schema Manager = new("Manager", new Member("value", Text), new Member("displayName", Text));

    private static readonly Schema EnterpriseUser = new(
        "EnterpriseUser",
        [.. new[] { "employeeNumber", "costCenter", "organization", "division", "department" }.Select(name => new Member(name, Text)), new("manager", new(static () => Manager!))]);

    private static readonly Schema Extensions = new("Extensions", new Member(Enterprise, new(static () => EnterpriseUser!)));

    /// <summary>The attributes of a user that may be set.</summary>
    internal static Schema User { get; } = new(
        "User",
        [
            .. CreateUserRequest.Describe.Members
                .Where(member => member.Name is not (nameof(CreateUserRequest.IdentityStoreId) or nameof(CreateUserRequest.Extensions)))
                .Select(member => new Member(member.Name, member.Type)),
            new("Extensions", new(static () => Extensions!)),
            Of(DescribeUserResponse.Describe, "UserStatus"),
            Of(DescribeUserResponse.Describe, "ExternalIds"),
        ]);

    /// <summary>The attributes of a group that may be set.</summary>
    internal static Schema Group { get; } = new(
        "Group", Of(DescribeGroupResponse.Describe, "DisplayName"), Of(DescribeGroupResponse.Describe, "Description"), Of(DescribeGroupResponse.Describe, "ExternalIds"));

    private static Member Of(Schema schema, string name) => new(name, TypeIn(schema, name));

    private static ShapeType TypeIn(Schema schema, string name) => schema.Members.First(member => member.Name == name).Type;
}

using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class UpdateUserTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void Attributes_change_and_others_stay()
    {
        var id = center.CreateUser("alice", "alice@example.com");
        center.Account.Clock.Advance(TimeSpan.FromMinutes(1));

        center.UpdateUser(
            id,
            ("displayName", "\"Alice B. Doe\""),
            ("name.middleName", "\"B.\""),
            ("emails", """[{"value":"a@example.com","type":"home","primary":false}]"""),
            ("addresses", """[{"Country":"DE","streetAddress":"1 Main St"}]"""),
            ("aws:identitystore:enterprise.manager.value", "\"bob\""),
            ("aws:identitystore:enterprise.costCenter", "\"42\""));
        var shown = center.DescribeUser(id, StoreSchemas.Enterprise);

        Assert.Equal(("Alice B. Doe", "Alice", "B.", "Doe"), (shown.DisplayName, shown.Name!.GivenName, shown.Name.MiddleName, shown.Name.FamilyName));
        Assert.Equal(("a@example.com", "home", false), (shown.Emails![0].Value, shown.Emails[0].Type, shown.Emails[0].Primary));
        Assert.Equal(("DE", "1 Main St"), (shown.Addresses![0].Country, shown.Addresses[0].StreetAddress));
        Assert.Equal("""{"manager":{"value":"bob"},"costCenter":"42"}""", shown.Extensions![StoreSchemas.Enterprise].GetRawText());
        Assert.Equal(TimeSpan.FromMinutes(1), shown.UpdatedAt - shown.CreatedAt);
    }

    [Fact]
    public void An_attribute_without_a_value_goes()
    {
        var id = center.CreateUser("alice", "alice@example.com");
        center.UpdateUser(id, ("title", "\"Engineer\""), ("aws:identitystore:enterprise.manager.value", "\"bob\""));

        center.UpdateUser(id, ("title", null), ("emails", "null"), ("aws:identitystore:enterprise.manager.value", null), ("nickName", null));
        var shown = center.DescribeUser(id, StoreSchemas.Enterprise);

        Assert.Null(shown.Title);
        Assert.Null(shown.Emails);
        Assert.Null(shown.Extensions);
        center.CreateUser("bob", "alice@example.com");
    }

    [Fact]
    public void A_person_may_get_another_name_and_keeps_the_rest()
    {
        var id = center.CreateUser();
        var group = center.CreateGroup();
        center.Join(group, id);

        center.UpdateUser(id, ("userName", "\"alice.doe\""));
        Assert.Equal("alice.doe", center.DescribeUser(id).UserName);
        center.UpdateUser(id, ("userName", "\"Alice.Doe\""));

        Assert.Equal("Alice.Doe", Assert.Single(center.Account.Account.IdentityUsers).UserName);
        Assert.Single(center.Account.Account.IdentityMemberships.OwnedBy(id));
        center.CreateUser("alice");
    }

    [Fact]
    public void A_password_outlives_a_change()
    {
        var id = center.AddUser("bob", """{"DisplayName":"Bob","Name":{"GivenName":"Bob","FamilyName":"Roe"}}""", one => one.WithPassword(new("x", 1, "", ""), resetRequired: true, one.Created)).Id;

        center.UpdateUser(id, ("title", "\"Engineer\""));

        var after = center.Account.Account.IdentityUsers.FindById(id)!;
        Assert.Equal(("x", true, after.Created), (after.Password!.Algorithm, after.PasswordResetRequired, after.PasswordSet));
    }

    [Fact]
    public void A_person_is_disabled_and_enabled_again()
    {
        var id = center.CreateUser();

        center.UpdateUser(id, ("userStatus", "\"DISABLED\""));
        Assert.Equal((UserStatus.DISABLED, true), (center.DescribeUser(id).UserStatus, center.Account.Account.IdentityUsers.FindById(id)!.Disabled));
        center.Refuses<ValidationException>(() => center.UpdateUser(id, ("userStatus", null)));
        center.UpdateUser(id, ("title", "\"Engineer\""));
        Assert.Equal(UserStatus.DISABLED, center.DescribeUser(id).UserStatus);
        center.UpdateUser(id, ("userStatus", "\"ENABLED\""));
        Assert.Equal(UserStatus.ENABLED, center.DescribeUser(id).UserStatus);
    }

    [Theory]
    [InlineData("displayName", "null")]
    [InlineData("displayName", null)]
    [InlineData("displayName", "\"\"")]
    [InlineData("displayName", "\"a\\u0000b\"")]
    [InlineData("displayName", "\"\\ud800\"")]
    [InlineData("displayName", "42")]
    [InlineData("displayName", "{}")]
    [InlineData("displayName", "[\"x\"]")]
    [InlineData("displayName.formatted", "\"x\"")]
    [InlineData("displayname", "\"x\"")]
    [InlineData("name", null)]
    [InlineData("name", "{}")]
    [InlineData("name", """{"givenName":"Alice"}""")]
    [InlineData("name", """{"givenName":"Alice","familyName":"Doe","shoeSize":"42"}""")]
    [InlineData("name", """{"givenName":"Alice","familyName":"Doe","FamilyName":"Roe"}""")]
    [InlineData("name", "\"Alice Doe\"")]
    [InlineData("name.givenName", null)]
    [InlineData("name.givenName.first", "\"x\"")]
    [InlineData("name.shoeSize", "\"42\"")]
    [InlineData("userName", null)]
    [InlineData("userName", "\"two words\"")]
    [InlineData("userName", "\"Administrator\"")]
    [InlineData("userStatus", "\"GONE\"")]
    [InlineData("emails", "[]")]
    [InlineData("emails", """{"value":"a@example.com"}""")]
    [InlineData("emails", """["a@example.com"]""")]
    [InlineData("emails", """[{"value":"a@example.com"},{"value":"b@example.com"}]""")]
    [InlineData("emails", """[{"value":"a@example.com","primary":"yes"}]""")]
    [InlineData("emails.value", "\"a@example.com\"")]
    [InlineData("photos", """[{"display":"me"}]""")]
    [InlineData("photos", """[{"value":"1"},{"value":"2"},{"value":"3"},{"value":"4"}]""")]
    [InlineData("externalIds", """[{"issuer":"okta"}]""")]
    [InlineData("externalIds", """[{"issuer":"okta","id":"has space"}]""")]
    [InlineData("extensions", """{"aws:identitystore:other":{}}""")]
    [InlineData("aws:identitystore:other", "{}")]
    [InlineData("aws:identitystore:enterprise", "\"x\"")]
    [InlineData("aws:identitystore:enterprise.shoeSize", "\"42\"")]
    [InlineData("aws:identitystore:enterprise.manager", "\"bob\"")]
    [InlineData("identityStoreId", "\"d-ffffffffff\"")]
    [InlineData("userId", "\"x\"")]
    [InlineData("createdAt", "0")]
    [InlineData("updatedBy", "\"x\"")]
    [InlineData("password", "\"Secret1!\"")]
    public void A_path_or_a_value_that_is_not_good_changes_nothing(string path, string? value)
    {
        var id = center.CreateUser("alice", "alice@example.com");

        var refusal = center.Refuses<ValidationException>(() => center.UpdateUser(id, ("title", "\"Engineer\""), (path, value)));

        Assert.DoesNotContain("42", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_is_as_long_as_the_model_lets_it_be()
    {
        var id = center.CreateUser();

        center.UpdateUser(id, ("title", $"\"{new string('x', 1024)}\""));
        center.Refuses<ValidationException>(() => center.UpdateUser(id, ("title", $"\"{new string('x', 1025)}\"")));
        center.UpdateUser(id, ("userName", $"\"{new string('x', 128)}\""));
        center.Refuses<ValidationException>(() => center.UpdateUser(id, ("userName", $"\"{new string('x', 129)}\"")));
    }

    [Theory]
    [InlineData("userName", "\"BOB\"")]
    [InlineData("emails", """[{"value":"Bob@example.com"}]""")]
    [InlineData("externalIds", """[{"issuer":"okta","id":"1"}]""")]
    public void What_another_has_is_refused(string path, string value)
    {
        var id = center.CreateUser();
        var bob = center.CreateUser("bob", "bob@example.com");
        center.UpdateUser(bob, ("externalIds", """[{"issuer":"okta","id":"1"},{"issuer":"okta","id":"1"}]"""));

        Assert.Equal(ConflictExceptionReason.UNIQUENESS_CONSTRAINT_VIOLATION, center.Refuses<ConflictException>(() => center.UpdateUser(id, (path, value))).Reason);

        center.UpdateUser(bob, (path, value));
        Assert.Single(center.DescribeUser(bob).ExternalIds!);
    }

    [Fact]
    public void Nobody_is_changed_who_is_not_there()
    {
        center.Misses(ResourceType.USER, () => center.UpdateUser(StoreGivens.Nobody, ("title", "\"x\"")));
    }

    [Fact]
    public void It_is_asked_on_the_store_and_the_user()
    {
        Assert.Equal(
            ["arn:aws:identitystore::111122223333:identitystore/d-0123456789", $"arn:aws:identitystore:::user/{StoreGivens.Nobody}"],
            center.Asked<UpdateUser, UpdateUserRequest>(new() { IdentityStoreId = CenterFixture.StoreId, UserId = StoreGivens.Nobody, Operations = [] }));
    }
}

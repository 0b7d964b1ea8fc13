using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class CreateUserTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void A_person_is_there_with_everything_that_was_said()
    {
        var id = center.CreateUser(new()
        {
            IdentityStoreId = CenterFixture.StoreId,
            UserName = "alice",
            DisplayName = "Alice Doe",
            Name = new() { GivenName = "Alice", FamilyName = "Doe", Formatted = "Dr. Alice Doe", MiddleName = "B.", HonorificPrefix = "Dr.", HonorificSuffix = "MSc" },
            NickName = "Al",
            ProfileUrl = "https://example.com/alice",
            Emails = [new() { Value = "alice@example.com", Type = "work", Primary = true }],
            Addresses = [new() { StreetAddress = "1 Main St", Locality = "Köln", Region = "NW", PostalCode = "50667", Country = "DE", Formatted = "1 Main St\nKöln", Type = "home", Primary = false }],
            PhoneNumbers = [new() { Value = "+49 221 1", Type = "work" }],
            UserType = "employee",
            Title = "Engineer",
            PreferredLanguage = "de",
            Locale = "de-DE",
            Timezone = "Europe/Berlin",
            Photos = [new() { Value = "https://example.com/1.png", Display = "me" }, new() { Value = "https://example.com/2.png" }],
            Website = "https://example.com",
            Birthdate = "1990-01-01",
            Roles = [new() { Value = "admin" }],
            Extensions = new Dictionary<string, System.Text.Json.JsonElement> { [StoreSchemas.Enterprise] = StoreGivens.Json("""{"department":"R&D","manager":{"value":"bob"}}""") },
        });

        var shown = center.DescribeUser(id, StoreSchemas.Enterprise);

        Assert.Matches("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", id);
        Assert.Equal((id, CenterFixture.StoreId, "alice", "Alice Doe", UserStatus.ENABLED), (shown.UserId, shown.IdentityStoreId, shown.UserName, shown.DisplayName, shown.UserStatus));
        Assert.Equal(("Alice", "Doe", "Dr. Alice Doe", "B.", "Dr.", "MSc"), (shown.Name!.GivenName, shown.Name.FamilyName, shown.Name.Formatted, shown.Name.MiddleName, shown.Name.HonorificPrefix, shown.Name.HonorificSuffix));
        Assert.Equal(("Al", "https://example.com/alice", "employee", "Engineer", "de"), (shown.NickName, shown.ProfileUrl, shown.UserType, shown.Title, shown.PreferredLanguage));
        Assert.Equal(("de-DE", "Europe/Berlin", "https://example.com", "1990-01-01", "admin"), (shown.Locale, shown.Timezone, shown.Website, shown.Birthdate, shown.Roles![0].Value));
        Assert.Equal(("alice@example.com", "work", true), (shown.Emails![0].Value, shown.Emails[0].Type, shown.Emails[0].Primary));
        Assert.Equal(("Köln", "1 Main St\nKöln", false), (shown.Addresses![0].Locality, shown.Addresses[0].Formatted, shown.Addresses[0].Primary));
        Assert.Equal(("+49 221 1", 2, "me"), (shown.PhoneNumbers![0].Value, shown.Photos!.Count, shown.Photos[0].Display));
        Assert.Equal("R&D", shown.Extensions![StoreSchemas.Enterprise].GetProperty("department").GetString());
        Assert.Equal((center.Account.Clock.GetUtcNow(), "arn:aws:iam::111122223333:root"), (shown.CreatedAt, shown.CreatedBy));
        Assert.Equal((shown.CreatedAt, shown.CreatedBy), (shown.UpdatedAt, shown.UpdatedBy));
    }

    [Fact]
    public void A_person_begins_without_a_password()
    {
        var id = center.CreateUser();

        Assert.Null(center.Account.Account.IdentityUsers.FindById(id)!.Password);
    }

    [Theory]
    [InlineData("userName")]
    [InlineData("displayName")]
    [InlineData("name.givenName")]
    [InlineData("name.familyName")]
    [InlineData("name")]
    public void Everybody_has_a_name(string missing)
    {
        var refusal = center.Refuses<ValidationException>(() => center.CreateUser(new CreateUserRequest
        {
            IdentityStoreId = CenterFixture.StoreId,
            UserName = missing == "userName" ? null : "alice",
            DisplayName = missing == "displayName" ? null : "Alice",
            Name = missing == "name" ? null : new() { GivenName = missing == "name.givenName" ? null : "Alice", FamilyName = missing == "name.familyName" ? null : "Doe" },
        }));

        Assert.Equal($"{(missing == "name" ? "name.familyName" : missing)} is a required attribute", refusal.Message);
    }

    [Theory]
    [InlineData("Administrator")]
    [InlineData("awsadministrators")]
    public void The_names_of_aws_s_own_administrators_are_reserved(string name)
    {
        center.Refuses<ValidationException>(() => center.CreateUser(name));
    }

    [Theory]
    [InlineData("ALICE", null, "Duplicate UserName")]
    [InlineData("bob", "Alice@Example.com", "Duplicate Email")]
    public void A_name_and_an_address_are_one_person_s_alone_in_any_case(string name, string? email, string message)
    {
        center.CreateUser("alice", "alice@example.com");

        var refusal = center.Refuses<ConflictException>(() => center.CreateUser(name, email));

        Assert.Equal((message, ConflictExceptionReason.UNIQUENESS_CONSTRAINT_VIOLATION), (refusal.Message, refusal.Reason));
    }

    [Theory]
    [InlineData("""{"aws:identitystore:other":{}}""")]
    [InlineData("""{"aws:identitystore:enterprise":{"shoeSize":"42"}}""")]
    [InlineData("""{"aws:identitystore:enterprise":{"department":42}}""")]
    [InlineData("""{"aws:identitystore:enterprise":{"department":""}}""")]
    [InlineData("""{"aws:identitystore:enterprise":{"manager":"bob"}}""")]
    [InlineData("""{"aws:identitystore:enterprise":{"manager":{"value":["bob"]}}}""")]
    [InlineData("""{"aws:identitystore:enterprise":{"department":"a","Department":"b"}}""")]
    [InlineData("""{"aws:identitystore:enterprise":[]}""")]
    [InlineData("""{"aws:identitystore:enterprise":{"department":"\ud800"}}""")]
    public void Extensions_that_are_not_known_are_refused(string extensions)
    {
        var given = StoreGivens.Json(extensions).EnumerateObject().ToDictionary(one => one.Name, one => one.Value);
        var person = StoreGivens.Person();

        center.Refuses<ValidationException>(() => center.CreateUser(new CreateUserRequest
        {
            IdentityStoreId = CenterFixture.StoreId,
            UserName = person.UserName,
            DisplayName = person.DisplayName,
            Name = person.Name,
            Extensions = given,
        }));
    }

    [Fact]
    public void The_store_is_the_account_s_own()
    {
        center.Misses(ResourceType.IDENTITY_STORE, () => center.CreateUser(new CreateUserRequest { IdentityStoreId = StoreGivens.OtherStore, UserName = "alice" }));
    }

    [Fact]
    public void It_is_asked_on_the_store()
    {
        Assert.Equal(["arn:aws:identitystore::111122223333:identitystore/d-0123456789"], center.Asked<CreateUser, CreateUserRequest>(StoreGivens.Person()));
    }

    [Fact]
    public void A_full_store_takes_nobody_more()
    {
        Assert.Throws<ServiceQuotaExceededException>(() => StoreQuotas.Require("users", StoreQuotas.Users, 100_000));
        StoreQuotas.Require("users", StoreQuotas.Users, 99_999);
    }
}

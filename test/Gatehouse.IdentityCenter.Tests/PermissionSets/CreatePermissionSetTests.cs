using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class CreatePermissionSetTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Makes_a_set_that_gives_nothing_yet()
    {
        var made = Create(new() { InstanceArn = SetFixture.InstanceArn, Name = "Admins", Description = "all", RelayState = "https://example.com", Tags = [new() { Key = "team", Value = "red" }] });

        Assert.Matches($"^arn:aws:sso:::permissionSet/{SetFixture.InstanceId}/ps-[0-9a-f]{{16}}$", made.PermissionSetArn);
        Assert.Equal(("Admins", "all", "PT1H", "https://example.com"), (made.Name, made.Description, made.SessionDuration, made.RelayState));
        var set = center.Account.Account.PermissionSets.Find("Admins")!;
        Assert.Equal([new Tag("team", "red")], set.Tags);
        Assert.Equal((3600, true), (set.SessionSeconds, set.Provisioned.IsEmpty));
    }

    [Theory]
    [InlineData("PT1H", 3600)]
    [InlineData("PT90M", 5400)]
    [InlineData("PT43200S", 43200)]
    [InlineData("P0DT12H", 43200)]
    public void Keeps_durations_as_they_were_written(string text, int seconds)
    {
        Assert.Equal(text, Create(new() { InstanceArn = SetFixture.InstanceArn, Name = "Admins", SessionDuration = text }).SessionDuration);
        Assert.Equal(seconds, center.Account.Account.PermissionSets.Find("Admins")!.SessionSeconds);
    }

    [Theory]
    [InlineData("PT59M")]
    [InlineData("PT12H1S")]
    [InlineData("-PT2H")]
    [InlineData("PT3600.5S")]
    [InlineData("P1W")]
    [InlineData("P99999999999999Y")]
    [InlineData("P")]
    public void Refuses_durations_that_are_none_or_not_of_one_to_twelve_hours(string text)
    {
        Assert.Throws<ValidationException>(() => Create(new() { InstanceArn = SetFixture.InstanceArn, Name = "Admins", SessionDuration = text }));

        Assert.Null(center.Account.Account.PermissionSets.Find("Admins"));
    }

    [Fact]
    public void Refuses_a_name_that_is_taken()
    {
        var refusal = Assert.Throws<ConflictException>(() => Create(new() { InstanceArn = SetFixture.InstanceArn, Name = "Readers" }));

        Assert.Equal("PermissionSet with name Readers already exists.", refusal.Message);
    }

    [Fact]
    public void Needs_leave_on_the_instance_and_on_the_set()
    {
        CreatePermissionSetRequest request = new() { InstanceArn = SetFixture.InstanceArn, Name = "Admins" };

        Assert.True(center.May<CreatePermissionSet, CreatePermissionSetRequest>("sso:CreatePermissionSet", request, SetFixture.Policy("sso:CreatePermissionSet", "arn:aws:sso:::*")));
        Assert.False(center.May<CreatePermissionSet, CreatePermissionSetRequest>("sso:CreatePermissionSet", request, SetFixture.Policy("sso:CreatePermissionSet", SetFixture.InstanceArn)));
        Assert.False(center.May<CreatePermissionSet, CreatePermissionSetRequest>("sso:CreatePermissionSet", request, SetFixture.Policy("sso:CreatePermissionSet", "arn:aws:sso:::permissionSet/*")));
    }

    private Contracts.SsoAdmin.Shapes.PermissionSet Create(CreatePermissionSetRequest request) =>
        center.Write<CreatePermissionSet, CreatePermissionSetRequest, CreatePermissionSetResponse>(request).PermissionSet!;
}

using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Profiles;

namespace Gatehouse.RolesAnywhere.Tests.Profiles;

public sealed class CreateProfileTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Makes_a_profile_with_what_AWS_sets_where_nothing_is_said()
    {
        var made = fixture.Profile;

        Assert.Equal($"arn:aws:rolesanywhere:us-east-1:111122223333:profile/{made.ProfileId}", made.ProfileArn);
        Assert.Equal(("apps", 3600, false, false, true), (made.Name, made.DurationSeconds, made.RequireInstanceProperties, made.AcceptRoleSessionName, made.Enabled));
        Assert.Equal("arn:aws:iam::111122223333:root", made.CreatedBy);
        Assert.Equal(
            ["x509Issuer: *", "x509SAN: DNS URI Name/*", "x509Subject: *"],
            made.AttributeMappings!.Select(one => $"{one.CertificateField}: {string.Join(' ', one.MappingRules!.Select(rule => rule.Specifier))}"));
        Assert.False(Create(new() { Name = "off", RoleArns = [] }).Enabled);
    }

    [Fact]
    public void Needs_the_right_to_pass_each_role_to_the_service()
    {
        var needs = fixture.Account.Needs<CreateProfile, CreateProfileRequest>("rolesanywhere:CreateProfile", new() { Name = "p", RoleArns = [AnywhereFixture.RoleArn, AnywhereFixture.RoleArn + "2"] });

        Assert.Equal(
            ["rolesanywhere:CreateProfile on *", $"iam:PassRole on {AnywhereFixture.RoleArn}", $"iam:PassRole on {AnywhereFixture.RoleArn}2"],
            needs.Checks.Select(check => $"{check.Action} on {check.Resource}"));
        Assert.Equal("rolesanywhere.amazonaws.com", needs.Checks[1].Keys!.Single().Value.Single());
    }

    [Fact]
    public void Refuses_what_no_session_could_be_bound_by()
    {
        Refuses("not of a role of this account", new() { Name = "p", RoleArns = ["arn:aws:iam::444455556666:role/x"] });
        Refuses("twice", new() { Name = "p", RoleArns = [AnywhereFixture.RoleArn, AnywhereFixture.RoleArn] });
        Refuses("", new() { Name = "p", RoleArns = [], SessionPolicy = "{" });
        Refuses("does not exist", new() { Name = "p", RoleArns = [], ManagedPolicyArns = ["arn:aws:iam::aws:policy/NoSuchPolicy"] });
        Refuses("Duplicate", new() { Name = "p", RoleArns = [], Tags = [new() { Key = "a", Value = "1" }, new() { Key = "a", Value = "2" }] });
    }

    private void Refuses(string why, CreateProfileRequest request) => Assert.Contains(why, Assert.Throws<ValidationException>(() => Create(request)).Message, StringComparison.Ordinal);

    private Contracts.RolesAnywhere.Shapes.ProfileDetail Create(CreateProfileRequest request) => fixture.Write<CreateProfile, CreateProfileRequest, CreateProfileResponse>(request).Profile!;
}

using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Roles;

public sealed class TagRoleTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Sets_values_and_adds_keys_whatever_their_case()
    {
        // PL-117
        account.Put(account.AddRole("App") with { Tags = [new("team", "blue")] });

        Call(new() { RoleName = "app", Tags = [new() { Key = "TEAM", Value = "red" }, new() { Key = "stage", Value = "" }] });

        Assert.Equal(["TEAM=red", "stage="], account.Reload().Roles[0].Tags.Select(tag => $"{tag.Key}={tag.Value}"));
        account.Refuses<InvalidInputException>(
            400,
            "InvalidInput",
            "Duplicate tag keys found. Please note that Tag keys are case insensitive.",
            () => Call(new() { RoleName = "App", Tags = [new() { Key = "a", Value = "" }, new() { Key = "A", Value = "" }] }));
    }

    [Fact]
    public void Tags_roles_of_services_but_not_those_that_are_reserved()
    {
        account.AddRole("AWSServiceRoleForECS", "/aws-service-role/ecs.amazonaws.com/");
        account.AddRole("AWSReservedSSO_x", "/aws-reserved/sso.amazonaws.com/");

        Call(new() { RoleName = "AWSServiceRoleForECS", Tags = [new() { Key = "team", Value = "blue" }] });

        Assert.Single(account.Account.Roles.Find("AWSServiceRoleForECS")!.Tags);
        Assert.Throws<UnmodifiableEntityException>(() => Call(new() { RoleName = "AWSReservedSSO_x", Tags = [] }));
    }

    [Fact]
    public void Knows_no_role_that_is_not_there() =>
        account.RefusesMissing("The role with name none cannot be found.", () => Call(new() { RoleName = "none", Tags = [] }));

    [Fact]
    public void Is_checked_with_the_tags_it_brings()
    {
        account.AddRole("App", "/team/");

        var needs = account.Needs<TagRole, TagRoleRequest>("iam:TagRole", new() { RoleName = "app", Tags = [new() { Key = "team", Value = "blue" }] });

        Assert.Equal(["iam:TagRole arn:aws:iam::111122223333:role/team/App"], needs.Lines());
        Assert.Equal(("blue", "team"), (needs.Value("aws:RequestTag/team"), needs.Value("aws:TagKeys")));
    }

    private TagRoleResponse Call(TagRoleRequest request) => account.Write<TagRole, TagRoleRequest, TagRoleResponse>(request);
}

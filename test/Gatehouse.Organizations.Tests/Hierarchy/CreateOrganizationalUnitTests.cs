using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Tests.Hierarchy;

public sealed class CreateOrganizationalUnitTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Adds_a_branch_whose_id_begins_with_its_root_s()
    {
        var outer = org.Unit("outer");

        var made = org.Write<CreateOrganizationalUnit, CreateOrganizationalUnitRequest, CreateOrganizationalUnitResponse>(
            new() { ParentId = outer, Name = "inner" }).OrganizationalUnit!;

        Assert.Matches($"^ou-{org.RootId[2..]}-[a-z0-9]{{8}}$", made.Id);
        Assert.Equal((org.ArnOf("ou", made.Id!), "inner"), (made.Arn, made.Name));
        Assert.Equal($"{org.Organization.Id}/{org.RootId}/{outer}/{made.Id}/", made.Path);
    }

    [Fact]
    public void Gives_the_default_policies_of_the_types_that_are_on()
    {
        org.Enable();

        Assert.Equal(["FullAWSAccess"], org.On(org.Unit("prod")));
    }

    [Fact]
    public void Refuses_a_name_twice_under_one_parent()
    {
        var outer = org.Unit("prod");

        var refusal = Assert.Throws<DuplicateOrganizationalUnitException>(() => org.Unit("prod"));

        Assert.Equal((400, "DuplicateOrganizationalUnitException", "An OU with the same name already exists."), (refusal.Status, refusal.Code, refusal.Message));
        org.Unit("prod", outer);
    }

    [Fact]
    public void Refuses_a_parent_that_is_not_there() => Assert.Throws<ParentNotFoundException>(() => org.Unit("x", "ou-abcd-12345678"));

    [Fact]
    public void Refuses_a_sixth_level()
    {
        var parent = org.RootId;
        for (var level = 0; level < Quotas.UnitDepth; level++)
        {
            parent = org.Unit("x", parent);
        }

        Assert.Equal("OU_DEPTH_LIMIT_EXCEEDED", Assert.Throws<ConstraintViolationException>(() => org.Unit("x", parent)).Reason);
    }

    [Fact]
    public void Refuses_more_than_there_may_be()
    {
        org.Account.Change(draft =>
        {
            for (var number = 0; number < Quotas.Units; number++)
            {
                draft.Put(new Accounts.Entities.OrganizationalUnit { Id = $"ou-abcd-{number:d8}", Name = $"{number}", ParentId = org.RootId });
            }
        });

        Assert.Equal("OU_NUMBER_LIMIT_EXCEEDED", Assert.Throws<ConstraintViolationException>(() => org.Unit("x")).Reason);
    }

    [Fact]
    public void Is_checked_on_the_parent_and_on_tagging_when_it_brings_tags()
    {
        var needs = org.Needs<CreateOrganizationalUnit, CreateOrganizationalUnitRequest>(
            "CreateOrganizationalUnit", new() { ParentId = org.RootId, Name = "x", Tags = [new() { Key = "Team", Value = "red" }] });

        Assert.Equal(
            [("organizations:CreateOrganizationalUnit", org.ArnOf("root", org.RootId)), ("organizations:TagResource", org.ArnOf("ou", "ou-*"))],
            needs.Checks.Select(check => (check.Action, check.Resource.Text)));
    }
}

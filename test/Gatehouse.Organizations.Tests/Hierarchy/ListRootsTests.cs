using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Tests.Hierarchy;

public sealed class ListRootsTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Shows_the_one_root_and_no_type_until_one_is_switched_on()
    {
        var root = Assert.Single(List().Roots!);

        Assert.Equal((org.RootId, org.ArnOf("root", org.RootId), "Root"), (root.Id, root.Arn, root.Name));
        Assert.Empty(root.PolicyTypes!);
    }

    [Fact]
    public void Shows_the_types_that_are_on()
    {
        org.Enable();

        Assert.Equal([("SERVICE_CONTROL_POLICY", "ENABLED")], List().Roots![0].PolicyTypes!.Select(type => (type.Type, type.Status)));
    }

    private ListRootsResponse List() => org.Read<ListRoots, ListRootsRequest, ListRootsResponse>(new());
}

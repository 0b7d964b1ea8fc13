using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class DeleteApplicationTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void Its_assignments_go_with_it_and_those_of_others_stay()
    {
        var (gone, stays) = (center.CreateApplication(), center.CreateApplication());
        var alice = center.AddUser("alice");
        center.Assign(gone, alice.Id);
        center.Assign(stays, alice.Id);

        Call(new() { ApplicationArn = gone });

        Assert.Throws<ResourceNotFoundException>(() => center.Describe(gone));
        Assert.Equal(stays[^20..], Assert.Single(center.Account.Account.ApplicationAssignments).ApplicationId);
        Assert.Throws<ResourceNotFoundException>(() => Call(new() { ApplicationArn = gone }));
    }

    private DeleteApplicationResponse Call(DeleteApplicationRequest request) => center.Account.Write<DeleteApplication, DeleteApplicationRequest, DeleteApplicationResponse>(request);
}

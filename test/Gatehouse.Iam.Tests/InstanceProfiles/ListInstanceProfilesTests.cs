using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.InstanceProfiles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.InstanceProfiles;

public sealed class ListInstanceProfilesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_by_name_and_path_in_pages()
    {
        account.AddProfile("b", account.AddRole("App"), "/team/");
        account.AddProfile("A");
        account.AddProfile("c");

        var first = Call(new() { MaxItems = 2 });
        var second = Call(new() { Marker = first.Marker });

        Assert.Equal(["A", "b", "c"], first.InstanceProfiles.Concat(second.InstanceProfiles).Select(profile => profile.InstanceProfileName));
        Assert.Equal("App", Assert.Single(Assert.Single(Call(new() { PathPrefix = "/team/" }).InstanceProfiles).Roles).RoleName);
        Assert.Null(first.InstanceProfiles[0].Tags);
    }

    [Fact]
    public void Is_checked_on_the_path_it_asks_for()
    {
        // PE-8
        Assert.Equal(
            ["iam:ListInstanceProfiles arn:aws:iam::111122223333:instance-profile/"],
            account.Needs<ListInstanceProfiles, ListInstanceProfilesRequest>("iam:ListInstanceProfiles", new()).Lines());
    }

    private ListInstanceProfilesResponse Call(ListInstanceProfilesRequest request) =>
        account.Reach<ListInstanceProfiles, ListInstanceProfilesRequest, ListInstanceProfilesResponse>(request);
}

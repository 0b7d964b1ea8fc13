using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class ListApplicationsTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void They_come_in_pages()
    {
        var all = Enumerable.Range(0, 3).Select(_ => center.CreateApplication()).Order(StringComparer.Ordinal).ToList();

        var first = Call(new() { InstanceArn = CenterFixture.InstanceArn, MaxResults = 2 });
        var second = Call(new() { InstanceArn = CenterFixture.InstanceArn, MaxResults = 2, NextToken = first.NextToken });

        Assert.Equal(all, first.Applications!.Concat(second.Applications!).Select(one => one.ApplicationArn));
        Assert.Null(second.NextToken);
    }

    [Fact]
    public void A_page_holds_fifty_at_most()
    {
        for (var i = 0; i < 51; i++)
        {
            center.CreateApplication();
        }

        var page = Call(new() { InstanceArn = CenterFixture.InstanceArn, MaxResults = 100 });

        Assert.Equal(50, page.Applications!.Count);
        Assert.NotNull(page.NextToken);
    }

    [Theory]
    [InlineData("111122223333", null, 1)]
    [InlineData("444455556666", null, 0)]
    [InlineData(null, ApplicationGivens.Custom, 1)]
    [InlineData(null, "arn:aws:sso::aws:applicationProvider/other", 0)]
    public void They_are_filtered_by_account_and_provider(string? account, string? provider, int found)
    {
        center.CreateApplication();

        var page = Call(new() { InstanceArn = CenterFixture.InstanceArn, Filter = new() { ApplicationAccount = account, ApplicationProvider = provider } });

        Assert.Equal(found, page.Applications!.Count);
    }

    private ListApplicationsResponse Call(ListApplicationsRequest request) => center.Account.Read<ListApplications, ListApplicationsRequest, ListApplicationsResponse>(request);
}

using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Members;

namespace Gatehouse.Organizations.Tests.Members;

public sealed class ListCreateAccountStatusTests
{
    private readonly OrganizationFixture org = new();

    public ListCreateAccountStatusTests()
    {
        org.Make("a");
        org.Make("b", email: "a@example.com");
        org.Ask("c");
    }

    [Theory]
    [InlineData(null, "a,b,c")]
    [InlineData("SUCCEEDED", "a")]
    [InlineData("FAILED", "b")]
    [InlineData("IN_PROGRESS,FAILED", "b,c")]
    public void Lists_those_of_the_states_asked_for(string? states, string names) =>
        Assert.Equal(names, string.Join(",", List(new() { States = states?.Split(',') }).CreateAccountStatuses!.Select(status => status.AccountName).Order()));

    [Fact]
    public void Pages()
    {
        var first = List(new() { MaxResults = 2 });
        var second = List(new() { MaxResults = 2, NextToken = first.NextToken });

        Assert.Equal((2, 1, null), (first.CreateAccountStatuses!.Count, second.CreateAccountStatuses!.Count, second.NextToken));
    }

    private ListCreateAccountStatusResponse List(ListCreateAccountStatusRequest request) =>
        org.Read<ListCreateAccountStatus, ListCreateAccountStatusRequest, ListCreateAccountStatusResponse>(request);
}

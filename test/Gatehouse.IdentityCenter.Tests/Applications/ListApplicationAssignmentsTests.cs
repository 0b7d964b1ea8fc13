using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class ListApplicationAssignmentsTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void Those_of_the_application_come_in_pages()
    {
        var (arn, other) = (center.CreateApplication(), center.CreateApplication());
        var people = Enumerable.Range(0, 3).Select(i => center.AddUser($"user{i}").Id).Order(StringComparer.Ordinal).ToList();
        people.ForEach(id => center.Assign(arn, id));
        center.Assign(other, people[0]);

        var first = Call(new() { ApplicationArn = arn, MaxResults = 2 });
        var second = Call(new() { ApplicationArn = arn, MaxResults = 2, NextToken = first.NextToken });

        Assert.Equal(people, first.ApplicationAssignments!.Concat(second.ApplicationAssignments!).Select(one => one.PrincipalId));
        Assert.Null(second.NextToken);
    }

    private ListApplicationAssignmentsResponse Call(ListApplicationAssignmentsRequest request) => center.Account.Read<ListApplicationAssignments, ListApplicationAssignmentsRequest, ListApplicationAssignmentsResponse>(request);
}

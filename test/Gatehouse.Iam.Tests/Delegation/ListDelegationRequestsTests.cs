using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Delegation;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Delegation;

public sealed class ListDelegationRequestsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_what_has_an_owner_and_nothing_else()
    {
        var (taken, free) = (account.Ask(), account.Ask(account.Wish("workflow-2")));
        account.As("alice");
        account.Associate(taken);

        Assert.Equal([taken], List(new()));
        Assert.Equal([taken], List(new() { OwnerId = "arn:aws:iam::111122223333:user/alice" }));
        Assert.Empty(List(new() { OwnerId = "arn:aws:iam::111122223333:user/bob" }));
        Assert.NotEqual(taken, free);
    }

    private IEnumerable<string?> List(ListDelegationRequestsRequest request) =>
        account.Read<ListDelegationRequests, ListDelegationRequestsRequest, ListDelegationRequestsResponse>(request)
            .DelegationRequests!.Select(one => one.DelegationRequestId);
}

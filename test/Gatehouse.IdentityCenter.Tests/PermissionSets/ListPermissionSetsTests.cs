using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class ListPermissionSetsTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Lists_them_in_pages()
    {
        center.Account.Change(draft => draft.Put(new PermissionSet { Id = "ps-0000000000000001", Name = "Zeta", Created = draft.Now }));

        var first = List(1, null);
        var second = List(1, first.NextToken);

        Assert.Equal([SetFixture.SetArn, $"arn:aws:sso:::permissionSet/{SetFixture.InstanceId}/ps-0000000000000001"], [.. first.PermissionSets!, .. second.PermissionSets!]);
        Assert.Null(second.NextToken);
    }

    [Fact]
    public void Refuses_a_token_that_is_none_of_ours()
    {
        Assert.Throws<ValidationException>(() => List(1, "bogus"));
    }

    private ListPermissionSetsResponse List(int? most, string? token) =>
        center.Read<ListPermissionSets, ListPermissionSetsRequest, ListPermissionSetsResponse>(new() { InstanceArn = SetFixture.InstanceArn, MaxResults = most, NextToken = token });
}

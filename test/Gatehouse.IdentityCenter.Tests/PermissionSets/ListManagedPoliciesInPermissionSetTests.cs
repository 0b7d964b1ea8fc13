using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class ListManagedPoliciesInPermissionSetTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Lists_names_and_ARNs_in_pages()
    {
        center.Account.Change(draft => draft.Put(center.Set with { ManagedPolicies = ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/job-function/Billing"] }));

        var first = List(null);
        var second = List(first.NextToken);

        Assert.Equal(("ReadOnlyAccess", "arn:aws:iam::aws:policy/ReadOnlyAccess"), (first.AttachedManagedPolicies![0].Name, first.AttachedManagedPolicies[0].Arn));
        Assert.Equal("Billing", Assert.Single(second.AttachedManagedPolicies!).Name);
        Assert.Null(second.NextToken);
    }

    private ListManagedPoliciesInPermissionSetResponse List(string? token) =>
        center.Read<ListManagedPoliciesInPermissionSet, ListManagedPoliciesInPermissionSetRequest, ListManagedPoliciesInPermissionSetResponse>(
            new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn, MaxResults = 1, NextToken = token });
}

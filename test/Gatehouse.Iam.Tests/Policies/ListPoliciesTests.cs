using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Policies;

public sealed class ListPoliciesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_the_accounts_own_and_those_of_AWS_once_each_over_all_pages()
    {
        foreach (var name in new[] { "b", "A", "c" })
        {
            account.AddPolicy(name);
        }

        var listed = Pages(new() { MaxItems = 7 });

        Assert.Equal(["A", "b", "c", "AIDevOpsAgentAccessPolicy"], listed.Take(4).Select(policy => policy.PolicyName!));
        Assert.Equal(3 + account.Installation.AwsPolicies.All.Count, listed.Count);
        Assert.Equal(listed.Count, listed.Select(policy => policy.Arn).Distinct().Count());
        Assert.All(listed, policy => Assert.Null(policy.Tags));
    }

    [Fact]
    public void Ends_a_page_at_the_end_of_a_list_without_losing_the_next()
    {
        account.AddPolicy("a");

        var first = Call(new() { MaxItems = 1 });
        var second = Call(new() { MaxItems = 1, Marker = first.Marker });

        Assert.Equal(("a", true), (first.Policies![0].PolicyName, first.IsTruncated));
        Assert.Equal("AIDevOpsAgentAccessPolicy", second.Policies![0].PolicyName);
    }

    [Fact]
    public void Goes_on_after_the_last_policy_shown_though_it_is_gone()
    {
        account.AddPolicy("b");
        account.AddPolicy("d");
        var first = Call(new() { Scope = "Local", MaxItems = 1 });
        account.Change(draft => draft.Remove(draft.Account.Policies.Find("b")!));
        account.AddPolicy("a");
        account.AddPolicy("c");

        Assert.Equal(["c", "d"], Call(new() { Scope = "Local", Marker = first.Marker }).Policies!.Select(policy => policy.PolicyName!));
    }

    [Fact]
    public void Narrows_by_owner_and_path()
    {
        account.AddPolicy("a", "/team/");
        account.AddPolicy("b");

        Assert.Equal(["a", "b"], Names(new() { Scope = "Local" }));
        Assert.Equal(["a"], Names(new() { PathPrefix = "/team/" }));
        Assert.All(Pages(new() { Scope = "AWS", PathPrefix = "/job-function/" }), policy => Assert.StartsWith("arn:aws:iam::aws:policy/job-function/", policy.Arn));
    }

    [Fact]
    public void Narrows_by_use()
    {
        var held = account.AddPolicy("held");
        var bounds = account.AddPolicy("bounds");
        account.AddPolicy("idle");
        account.Put(account.AddUser("Alice") with { AttachedPolicies = [held, Givens.ReadOnly], PermissionsBoundary = bounds });

        Assert.Equal(["held", "ReadOnlyAccess"], Names(new() { OnlyAttached = true }));
        Assert.Equal(["held", "ReadOnlyAccess"], Names(new() { PolicyUsageFilter = "PermissionsPolicy" }));
        Assert.Equal(["bounds"], Names(new() { PolicyUsageFilter = "PermissionsBoundary" }));
        Assert.Equal((1, 0), Call(new() { OnlyAttached = true }).Policies!.Select(policy => (policy.AttachmentCount, policy.PermissionsBoundaryUsageCount)).First());
    }

    [Fact]
    public void Refuses_a_marker_that_is_not_ours() => account.RefusesValue("Invalid Marker.", () => Call(new() { Marker = "next please" }));

    [Fact]
    public void Is_checked_on_the_path_it_asks_for()
    {
        // PE-8
        Assert.Equal(
            ["iam:ListPolicies arn:aws:iam::111122223333:policy/team/"],
            account.Needs<ListPolicies, ListPoliciesRequest>("iam:ListPolicies", new() { PathPrefix = "/team/" }).Lines());
        Assert.Equal(
            ["iam:ListPolicies arn:aws:iam::111122223333:policy/"], account.Needs<ListPolicies, ListPoliciesRequest>("iam:ListPolicies", new()).Lines());
    }

    private IEnumerable<string> Names(ListPoliciesRequest request) => Call(request).Policies!.Select(policy => policy.PolicyName!);

    private List<Contracts.Iam.Shapes.Policy> Pages(ListPoliciesRequest request)
    {
        var listed = new List<Contracts.Iam.Shapes.Policy>();
        string? marker = null;
        do
        {
            var page = Call(new() { Scope = request.Scope, PathPrefix = request.PathPrefix, MaxItems = request.MaxItems, Marker = marker });
            Assert.Equal(page.Marker is not null, page.IsTruncated);
            listed.AddRange(page.Policies!);
            marker = page.Marker;
        }
        while (marker is not null);
        return listed;
    }

    private ListPoliciesResponse Call(ListPoliciesRequest request) => account.Read<ListPolicies, ListPoliciesRequest, ListPoliciesResponse>(request);
}

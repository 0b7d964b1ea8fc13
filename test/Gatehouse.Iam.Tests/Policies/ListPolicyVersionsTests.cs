using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Policies;

public sealed class ListPolicyVersionsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_the_newest_first_in_pages()
    {
        var arn = account.AddPolicy("Read");
        var policy = account.Account.Policies.Find("Read")!;
        account.Put(policy with { Versions = [new(2, "", policy.Created), new(9, "", policy.Created), new(10, "", policy.Created)], DefaultVersion = 9, NextVersion = 11 });

        var first = Call(new() { PolicyArn = arn, MaxItems = 2 });
        var second = Call(new() { PolicyArn = arn, MaxItems = 2, Marker = first.Marker });

        Assert.Equal(["v10 False", "v9 True"], first.Versions!.Select(version => $"{version.VersionId} {version.IsDefaultVersion}"));
        Assert.Equal(["v2"], second.Versions!.Select(version => version.VersionId!));
        Assert.Equal((true, false), (first.IsTruncated, second.IsTruncated));
        Assert.All(first.Versions!, version => Assert.Null(version.Document));
    }

    [Fact]
    public void Knows_no_policy_that_is_not_there() => account.RefusesMissing(
        "Policy arn:aws:iam::111122223333:policy/none was not found.", () => Call(new() { PolicyArn = "arn:aws:iam::111122223333:policy/none" }));

    [Fact]
    public void Is_checked_on_the_policy() => Assert.Equal(
        ["iam:ListPolicyVersions arn:aws:iam::111122223333:policy/Read"],
        account.Needs<ListPolicyVersions, ListPolicyVersionsRequest>("iam:ListPolicyVersions", new() { PolicyArn = account.AddPolicy("Read") }).Lines());

    private ListPolicyVersionsResponse Call(ListPolicyVersionsRequest request) =>
        account.Read<ListPolicyVersions, ListPolicyVersionsRequest, ListPolicyVersionsResponse>(request);
}

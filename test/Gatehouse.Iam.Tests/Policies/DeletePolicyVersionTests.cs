using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Policies;

public sealed class DeletePolicyVersionTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Removes_a_version()
    {
        var arn = TwoVersions();

        Call(new() { PolicyArn = arn, VersionId = "v1" });

        Assert.Equal([2], account.Reload().Policies.Find("Read")!.Versions.Select(version => version.Number));
    }

    [Fact]
    public void Refuses_the_version_in_force()
    {
        var arn = TwoVersions();

        account.RefusesDeletion("Cannot delete the default version of a policy.", () => Call(new() { PolicyArn = arn, VersionId = "v2" }));
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:policy/Read", "v9")]
    [InlineData("arn:aws:iam::111122223333:policy/None", "v1")]
    public void Knows_no_version_that_is_not_there(string arn, string version)
    {
        TwoVersions();

        account.RefusesMissing(
            $"Policy {arn} version {version} does not exist or is not attachable.", () => Call(new() { PolicyArn = arn, VersionId = version }));
    }

    [Fact]
    public void Refuses_those_of_AWS()
    {
        // PE-16
        account.Refuses<Wire.CommonException>(
            403, "AccessDenied", "Policy is outside your own account.", () => Call(new() { PolicyArn = Givens.ReadOnly, VersionId = "v1" }));
    }

    [Fact]
    public void Is_checked_on_the_policy() => Assert.Equal(
        ["iam:DeletePolicyVersion arn:aws:iam::111122223333:policy/Read"],
        account.Needs<DeletePolicyVersion, DeletePolicyVersionRequest>("iam:DeletePolicyVersion", new() { PolicyArn = TwoVersions(), VersionId = "v1" }).Lines());

    private string TwoVersions()
    {
        var arn = account.AddPolicy("Read");
        var policy = account.Account.Policies.Find("Read")!;
        account.Put(policy with { Versions = policy.Versions.Add(new(2, Givens.Document, policy.Created)), DefaultVersion = 2, NextVersion = 3 });
        return arn;
    }

    private DeletePolicyVersionResponse Call(DeletePolicyVersionRequest request) =>
        account.Write<DeletePolicyVersion, DeletePolicyVersionRequest, DeletePolicyVersionResponse>(request);
}

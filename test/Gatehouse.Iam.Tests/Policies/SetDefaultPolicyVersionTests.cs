using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Policies;

public sealed class SetDefaultPolicyVersionTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Puts_another_version_in_force_for_everyone_who_holds_it()
    {
        var arn = TwoVersions();
        var alice = account.Put(account.AddUser("Alice") with { AttachedPolicies = [arn] });
        account.Clock.Advance(TimeSpan.FromHours(1));

        Call(new() { PolicyArn = arn, VersionId = "v2" });

        Assert.Equal((2, account.Clock.GetUtcNow()), (account.Account.Policies[0].DefaultVersion, account.Account.Policies[0].Updated));
        Assert.Equal(account.Account.Policies[0].Default.Document, account.Installation.Effective.OfHolder(account.Account, alice)[0].Document!.Text);
    }

    [Fact]
    public void Changes_nothing_when_it_is_in_force_already()
    {
        var arn = TwoVersions();
        var before = account.Account;

        Call(new() { PolicyArn = arn, VersionId = "v1" });

        Assert.Same(before, account.Account);
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
        ["iam:SetDefaultPolicyVersion arn:aws:iam::111122223333:policy/Read"],
        account.Needs<SetDefaultPolicyVersion, SetDefaultPolicyVersionRequest>("iam:SetDefaultPolicyVersion", new() { PolicyArn = TwoVersions() }).Lines());

    private string TwoVersions()
    {
        var arn = account.AddPolicy("Read");
        var policy = account.Account.Policies.Find("Read")!;
        var other = Givens.Document.Replace("GetObject", "PutObject", StringComparison.Ordinal);
        account.Put(policy with { Versions = policy.Versions.Add(new(2, other, policy.Created)), NextVersion = 3 });
        return arn;
    }

    private SetDefaultPolicyVersionResponse Call(SetDefaultPolicyVersionRequest request) =>
        account.Write<SetDefaultPolicyVersion, SetDefaultPolicyVersionRequest, SetDefaultPolicyVersionResponse>(request);
}
